import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import * as desk from '../api/deskApi'
import { failureOf } from '../api/DeskApiError'
import type { RequirementGap } from '../../shared/package/requirementGap'
import type { ExportedPackage, QueueItem } from '../../shared/ipc/models'

interface MissingRequirements {
  readonly caseId: string
  readonly orderNumber: string
  readonly gaps: readonly RequirementGap[]
}

/** Rows of one call; passed cases beyond it follow when these are handed over. */
const PASSED_LIMIT = 200

/** Submission packages: passed cases that wait for one, and those already written. */
export const usePackagesStore = defineStore('packages', () => {
  const exported = shallowRef<readonly ExportedPackage[]>([])
  const passed = shallowRef<readonly QueueItem[]>([])
  const passedTotal = ref(0)
  const folder = ref<string | null>(null)

  async function refresh(): Promise<void> {
    const [list, queue, info] = await Promise.all([
      desk.listPackages(),
      desk.listQueue({
        filter: { view: 'passed', states: ['passed'] },
        sort: 'due',
        descending: false,
        offset: 0,
        limit: PASSED_LIMIT,
      }),
      desk.readAppInfo(),
    ])
    exported.value = list
    passed.value = queue.items
    passedTotal.value = queue.total
    folder.value = info.exportFolder
  }

  /** What the last export was refused for; null when nothing was missing. */
  const missing = shallowRef<MissingRequirements | null>(null)

  /** One click is for the hand-over; other purposes are those of batches. */
  async function exportPackage(caseId: string): Promise<ExportedPackage> {
    missing.value = null
    try {
      const made = await desk.exportPackage(caseId, { purpose: 'hand-over', note: '' })
      await refresh()
      return made
    } catch (error) {
      if (failureOf(error).code === 'requirements-missing') {
        const { gaps } = await desk.readPackageGaps(caseId)
        const orderNumber = passed.value.find(({ id }) => id === caseId)?.orderNumber ?? ''
        missing.value = { caseId, orderNumber, gaps }
      }
      throw error
    }
  }

  async function chooseFolder(): Promise<void> {
    folder.value = (await desk.choosePackageFolder()).folder ?? folder.value
  }

  async function reveal(packageId: string): Promise<void> {
    await desk.revealPackage(packageId)
  }

  async function recordSubmission(packageId: string): Promise<void> {
    await desk.recordSubmission(packageId)
    await refresh()
  }

  return {
    exported,
    passed,
    passedTotal,
    folder,
    missing,
    refresh,
    exportPackage,
    chooseFolder,
    reveal,
    recordSubmission,
  }
})
