import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import * as desk from '../api/deskApi'
import { DeskApiError } from '../api/DeskApiError'
import type { ReuseView } from '../../shared/ipc/reuse'
import type { PictureHit, ReuseRelation } from '../../shared/protocol/reuse'

/** A found picture beside the one of the open case. */
interface Comparison {
  readonly caseId: string
  readonly documentId: string
  readonly hit: PictureHit
}

/** Where else the pictures and numbers of the open case were used. */
export const useReuseStore = defineStore('reuse', () => {
  const caseId = ref<string | null>(null)
  const view = shallowRef<ReuseView | null>(null)
  const isSearching = ref(false)
  const comparison = shallowRef<Comparison | null>(null)

  const found = computed(() => (view.value?.outcome === 'searched' ? view.value.found : null))
  /** Pictures whose fingerprint was still to come: asked again once it may be there. */
  const hasPending = computed(
    () => found.value?.pictures.some(({ state }) => state === 'pending' || state === 'not-searched') === true,
  )
  /** Pictures and values that somebody else, or another entity, has used. An entity's own filings are no news. */
  const notable = computed(() => {
    const all = [...(found.value?.pictures ?? []), ...(found.value?.values ?? [])]
    return all.filter(({ hits }) => hits.some(({ relation }) => isNotable(relation))).length
  })

  /** Searches for the case; an answer that comes when another one is open is dropped. */
  async function search(wanted: string): Promise<void> {
    if (caseId.value !== wanted) {
      caseId.value = wanted
      view.value = null
      comparison.value = null
    }
    isSearching.value = true
    try {
      const answer = await desk.searchReuse(wanted)
      if (caseId.value === wanted) {
        view.value = answer
      }
    } catch (error) {
      if (!(error instanceof DeskApiError)) {
        throw error
      }
      if (caseId.value === wanted) {
        view.value = { outcome: 'not-searched', reason: 'failed' }
      }
    } finally {
      if (caseId.value === wanted) {
        isSearching.value = false
      }
    }
  }

  /** Has the found picture fetched, then shows both. */
  async function compare(documentId: string, hit: PictureHit): Promise<void> {
    const own = caseId.value
    if (own === null) {
      return
    }
    const other = { caseId: hit.other.caseId, round: hit.other.round, documentId: hit.document.id }
    await desk.openReused({ caseId: own, documentId, other })
    if (caseId.value === own) {
      comparison.value = { caseId: own, documentId, hit }
    }
  }

  function endComparison(): void {
    comparison.value = null
  }

  return { caseId, view, found, isSearching, hasPending, notable, comparison, search, compare, endComparison }
})

export function isNotable(relation: ReuseRelation): boolean {
  return relation !== 'same-entity'
}
