import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { createDraftSaver } from './draftSaver'
import * as desk from '../api/deskApi'
import { unlessRefused, type ReadRefusal } from '../api/unlessRefused'
import type { CallContact, CallDraft, CallRecord } from '../../shared/calls/callRecord'
import type { DialScheme } from '../../shared/calls/dialAddress'
import type { CallDesk, CallerMatch, CallItem } from '../../shared/ipc/calls'
import type { CaseView } from '../../shared/ipc/models'

/** Whom to call, and the call that is being made. What is typed is kept as it is typed. */
export const useCallsStore = defineStore('calls', () => {
  const items = shallowRef<readonly CallItem[]>([])
  const isLoaded = ref(false)
  const selectedId = ref<string | null>(null)
  /** The case of the selected row; null while it is not for this person to read. */
  const view = shallowRef<CaseView | null>(null)
  /** Why there is no case to see. */
  const refusal = ref<ReadRefusal | null>(null)
  const calls = shallowRef<CallDesk | null>(null)
  const draft = ref<CallDraft | null>(null)
  /** The number that was dialled last, in whole. */
  const dialled = shallowRef<{ readonly number: string; readonly isHandedOver: boolean } | null>(null)
  /** The call that was recorded last in this sitting: the message after it is about that one. */
  const recorded = shallowRef<CallRecord | null>(null)
  const matches = shallowRef<readonly CallerMatch[] | null>(null)
  const scheme = ref<DialScheme>('tel')
  const saver = createDraftSaver(saveNow)

  const selected = computed(() => items.value.find(({ row }) => row.id === selectedId.value))
  const due = computed(() => items.value.filter(({ isLater }) => !isLater))
  /** A call that was made and is not recorded: another one would take its place. */
  const isUnrecorded = computed(() => (draft.value?.outcome ?? null) !== null)

  async function refresh(): Promise<void> {
    items.value = (await desk.listCalls()).items
    isLoaded.value = true
  }

  async function select(caseId: string): Promise<void> {
    await saver.flush()
    saver.reset()
    forget()
    selectedId.value = caseId
    await read()
  }

  function forget(): void {
    selectedId.value = null
    view.value = null
    refusal.value = null
    calls.value = null
    draft.value = null
    dialled.value = null
    recorded.value = null
  }

  /**
   * A case that is not for this person to read (any more) is shown as the queue knows it, with the call that is half
   * written down. Without a network, what is on screen stays.
   */
  async function read(): Promise<void> {
    const caseId = selectedId.value
    if (caseId === null) {
      return
    }
    const found = await unlessRefused(desk.readCase(caseId))
    const kept = await unlessRefused(desk.readCalls(caseId))
    if (selectedId.value !== caseId) {
      return
    }
    draft.value ??= kept.value?.draft?.draft ?? null
    if (found.value !== null && kept.value?.isReadable === true) {
      view.value = found.value
      calls.value = kept.value
      refusal.value = null
      return
    }
    refusal.value = found.refusal ?? kept.refusal ?? 'not-held'
    if (refusal.value !== 'offline' || view.value === null) {
      view.value = null
      calls.value = kept.value
      dialled.value = null
      recorded.value = null
    }
  }

  async function reload(): Promise<void> {
    await refresh()
    await read()
  }

  /** Begins to write down a call with this contact; what was typed while nobody had been spoken to stays. */
  function begin(contact: CallContact, direction: CallDraft['direction']): void {
    if (isUnrecorded.value) {
      return
    }
    const begun = emptyDraft(contact, direction)
    draft.value =
      draft.value === null ? begun : { ...draft.value, contact, direction, startedAt: begun.startedAt }
    recorded.value = null
    saver.touch()
  }

  async function dial(contact: CallContact): Promise<void> {
    const caseId = selectedId.value
    if (caseId === null || isUnrecorded.value) {
      return
    }
    const number = await desk.dial({ caseId, contact, scheme: scheme.value })
    if (selectedId.value === caseId) {
      dialled.value = number
      begin(contact, 'outgoing')
    }
  }

  function change(part: Partial<CallDraft>): void {
    if (draft.value !== null) {
      draft.value = { ...draft.value, ...part }
      saver.touch()
    }
  }

  async function saveNow(): Promise<{ readonly savedAt: string }> {
    if (selectedId.value === null || draft.value === null) {
      throw new Error('There is no call to save')
    }
    return desk.saveCallDraft(selectedId.value, draft.value)
  }

  async function record(): Promise<void> {
    const caseId = selectedId.value
    const call = draft.value === null ? null : toRecord(draft.value)
    if (caseId === null || call === null) {
      return
    }
    await saver.flush()
    if (selectedId.value !== caseId) {
      return
    }
    await desk.recordCall(caseId, call)
    await end(caseId, call)
  }

  async function discard(): Promise<void> {
    const caseId = selectedId.value
    if (caseId !== null) {
      saver.reset()
      await desk.discardCallDraft(caseId)
      await end(caseId, null)
    }
  }

  /** The call of this case is over; another case may be on screen by now, and keeps its own. */
  async function end(caseId: string, call: CallRecord | null): Promise<void> {
    if (selectedId.value !== caseId) {
      await refresh()
      return
    }
    saver.reset()
    draft.value = null
    dialled.value = null
    recorded.value = call
    await reload()
  }

  /** Leaves nothing of anybody behind for the next person. */
  function close(): void {
    saver.reset()
    forget()
    items.value = []
    isLoaded.value = false
    matches.value = null
  }

  async function findCaller(number: string): Promise<void> {
    matches.value = number.trim() === '' ? null : (await desk.findCaller(number)).matches
  }

  return {
    items,
    due,
    isLoaded,
    selectedId,
    selected,
    view,
    refusal,
    calls,
    draft,
    dialled,
    recorded,
    isUnrecorded,
    matches,
    scheme,
    saveState: saver.state,
    flush: saver.flush,
    refresh,
    reload,
    select,
    begin,
    dial,
    change,
    record,
    discard,
    findCaller,
    close,
  }
})

function emptyDraft(contact: CallContact, direction: CallDraft['direction']): CallDraft {
  return {
    contact,
    direction,
    startedAt: new Date().toISOString(),
    outcome: null,
    identity: {
      name: 'not-asked',
      applied: 'not-asked',
      service: 'not-asked',
      domain: 'not-asked',
      'mailing-address': 'not-asked',
    },
    lineIds: [],
    note: '',
    promise: { what: '', until: '' },
    callBackAt: null,
    nextStep: 'none',
  }
}

/** What was written down as a call that can be recorded; null while something is missing. */
export function toRecord({ promise, outcome, ...rest }: CallDraft): CallRecord | null {
  const what = promise.what.trim()
  const isPromised = what !== '' || promise.until !== ''
  if (outcome === null || (isPromised && (what === '' || promise.until === ''))) {
    return null
  }
  return { ...rest, outcome, promise: isPromised ? { what, until: promise.until } : null }
}
