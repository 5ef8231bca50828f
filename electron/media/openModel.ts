import { InferenceSession } from 'onnxruntime-node'

/** Loads a model. One thread: as many media processes as there are cores work at the same time, each on its own. */
export function openModel(file: string): Promise<InferenceSession> {
  return InferenceSession.create(file, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
  })
}
