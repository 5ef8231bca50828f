import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import * as desk from '../api/deskApi'
import type { ParsedRequestOf } from '../../shared/ipc/contract'
import type { AuditStateReply, AuditViewEntry } from '../../shared/protocol/audit'

const PAGE = 100

/** What an auditor filters by; an empty text is no filter. */
export interface AuditFilter {
  readonly chain: string
  readonly person: string
  readonly kind: string
  readonly orderNumber: string
  readonly from: string
  readonly to: string
}

export const NO_FILTER: AuditFilter = {
  chain: 'server',
  person: '',
  kind: '',
  orderNumber: '',
  from: '',
  to: '',
}

/** The audit chains as the server answers them. Nothing of it stays when the auditor leaves. */
export const useAuditStore = defineStore('audit', () => {
  const state = shallowRef<AuditStateReply | null>(null)
  const entries = shallowRef<readonly AuditViewEntry[]>([])
  const hasMore = ref(false)
  const filter = ref<AuditFilter>(NO_FILTER)
  const chosenSequence = ref<number | null>(null)
  const chosen = computed(
    () => entries.value.find(({ sequence }) => sequence === chosenSequence.value) ?? null,
  )

  async function verify(): Promise<void> {
    state.value = await desk.readAuditState()
  }

  async function search(next: AuditFilter): Promise<void> {
    filter.value = next
    const reply = await desk.readAudit(requestOf(next))
    entries.value = reply.entries
    hasMore.value = reply.more
    chosenSequence.value = null
  }

  async function showOlder(): Promise<void> {
    const before = entries.value.at(-1)?.sequence
    if (before !== undefined) {
      const reply = await desk.readAudit({ ...requestOf(filter.value), before })
      entries.value = [...entries.value, ...reply.entries]
      hasMore.value = reply.more
    }
  }

  return { state, entries, hasMore, filter, chosenSequence, chosen, verify, search, showOlder }
})

function requestOf({ chain, ...filter }: AuditFilter): ParsedRequestOf<'audit.list'> {
  const given = Object.entries(filter)
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([, value]) => value !== '')
  return { chain, limit: PAGE, ...Object.fromEntries(given) }
}
