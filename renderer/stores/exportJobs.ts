import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import * as desk from '../api/deskApi'
import type {
  BatchRequest,
  BatchSelection,
  ExportFailure,
  ExportJob,
  JobStep,
} from '../../shared/ipc/exports'
import type { ExportRegisterEntry } from '../../shared/protocol/exports'

/** Exports of many packages, and the team's register of exports. */
export const useExportJobsStore = defineStore('exportJobs', () => {
  const jobs = shallowRef<readonly ExportJob[]>([])
  const failures = shallowRef<readonly ExportFailure[]>([])
  /** The job whose failures are shown. */
  const openJobId = ref<string | null>(null)
  const found = shallowRef<{ readonly cases: number; readonly more: boolean } | null>(null)
  const register = shallowRef<readonly ExportRegisterEntry[]>([])
  const hasMore = ref(false)

  async function refresh(): Promise<void> {
    jobs.value = await desk.listExportJobs()
    if (openJobId.value !== null) {
      failures.value = await desk.readExportFailures(openJobId.value)
    }
  }

  /** The last selection counts, whichever answer comes last. */
  let asked = 0
  async function count(selection: BatchSelection): Promise<void> {
    asked += 1
    const turn = asked
    found.value = null
    const counted = await desk.countExportBatch(selection)
    if (turn === asked) {
      found.value = counted
    }
  }

  async function start(request: BatchRequest): Promise<void> {
    await desk.startExportBatch(request)
    await refresh()
    await count(request.selection)
  }

  async function steer(jobId: string, step: JobStep): Promise<void> {
    await desk.steerExportJob(jobId, step)
    await refresh()
  }

  async function toggleFailures(jobId: string): Promise<void> {
    openJobId.value = openJobId.value === jobId ? null : jobId
    failures.value = []
    await refresh()
  }

  async function readRegister(): Promise<void> {
    const { entries, more } = await desk.readExportRegister(0)
    register.value = entries
    hasMore.value = more
  }

  async function readEarlier(): Promise<void> {
    const { entries, more } = await desk.readExportRegister(register.value.at(-1)?.place ?? 0)
    register.value = [...register.value, ...entries]
    hasMore.value = more
  }

  return {
    jobs,
    failures,
    openJobId,
    found,
    register,
    hasMore,
    refresh,
    count,
    start,
    steer,
    toggleFailures,
    readRegister,
    readEarlier,
  }
})
