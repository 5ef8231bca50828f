import { InferenceSession } from 'onnxruntime-node'

/**
 * Loads a model. One thread: as many media processes as there are cores work at the same time, each on its own. No arena: lines have
 * any length, and for each new one it keeps more, up to twice the memory, and gives none back; without it nothing takes longer.
 */
export function openModel(file: string): Promise<InferenceSession> {
  return InferenceSession.create(file, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    enableCpuMemArena: false,
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
  })
}
