import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { createDraftSaver } from './draftSaver'
import * as desk from '../api/deskApi'
import { DeskApiError } from '../api/DeskApiError'
import { needsPerson } from '../review/lineStatus'
import { defectReasons, type DraftReason } from '../review/defectReasons'
import { gateProblems } from '../../shared/review/decisionGate'
import type { CaseView, Draft } from '../../shared/ipc/models'
import type { CaseRound } from '../../shared/protocol/case'
import type { DecisionVerdict } from '../../shared/review/decision'
import type { LineAnswer, PersonVerdict } from '../../shared/rules/checklist'

/** A case on the desk and the unfinished work on it. What is typed is kept as it is typed. */
export const useCaseReviewStore = defineStore('caseReview', () => {
  const view = shallowRef<CaseView | null>(null)
  const answers = ref<ReadonlyMap<string, LineAnswer>>(new Map())
  const reasons = ref<DraftReason[]>([])
  const internalNote = ref('')
  /** A decision made in this sitting; the shell's outbox takes over from here. */
  const decided = shallowRef<{ readonly verdict: DecisionVerdict; readonly commandId: string } | null>(null)
  const selectedLineId = ref<string | null>(null)
  const expandedLineId = ref<string | null>(null)
  /**
   * The lines that needed the person when the filter was set; null without it. Lines that are answered meanwhile stay
   * in place until the filter is set again, so that nothing moves under the pointer.
   */
  const onlyThese = shallowRef<ReadonlySet<string> | null>(null)
  /** Lines that have brought their reason; a reason that a person removes stays removed. */
  const dismissed = ref<ReadonlySet<string>>(new Set())
  const saver = createDraftSaver(saveNow)

  const round = computed<CaseRound | null>(() => view.value?.case.rounds.at(-1) ?? null)
  const lines = computed(() => view.value?.checklist ?? [])
  const pendingDecision = computed(() =>
    view.value?.outbox.find((item) => item.kind === 'decide' && item.state !== 'refused' && item.state !== 'applied'),
  )
  const refusedDecision = computed(() =>
    view.value?.outbox.find((item) => item.kind === 'decide' && item.state === 'refused'),
  )
  const isDecided = computed(() => decided.value !== null || pendingDecision.value !== undefined)
  const isEditable = computed(
    () => view.value?.hold?.kind === 'hold' && !isDecided.value && refusedDecision.value === undefined,
  )
  const openLines = computed(() => lines.value.filter((line) => needsPerson(line, answers.value)))
  const isOnlyOpen = computed(() => onlyThese.value !== null)
  const shownLines = computed(() =>
    lines.value.filter(
      (line) =>
        onlyThese.value === null || onlyThese.value.has(line.id) || needsPerson(line, answers.value),
    ),
  )
  const passProblems = computed(() => problemsOf('pass'))

  function problemsOf(verdict: DecisionVerdict) {
    return gateProblems(lines.value, {
      verdict,
      answers: [...answers.value.values()],
      reasons: reasons.value,
      internalNote: internalNote.value,
    })
  }

  function currentDraft(): Draft {
    return {
      answers: [...answers.value.values()],
      reasons: reasons.value,
      internalNote: internalNote.value,
    }
  }

  async function saveNow(): Promise<{ readonly savedAt: string }> {
    const caseId = view.value?.case.id
    if (caseId === undefined) {
      throw new Error('There is no open case to save')
    }
    return await desk.saveDraft(caseId, currentDraft())
  }

  function takeDraft(draft: Draft): void {
    answers.value = new Map(draft.answers.map((answer) => [answer.lineId, answer]))
    reasons.value = draft.reasons.map((reason) => ({ ...reason }))
    internalNote.value = draft.internalNote
  }

  /** Opens a case; the one before is saved first. */
  async function open(caseId: string): Promise<void> {
    await saver.flush()
    const next = await desk.readCase(caseId)
    if (view.value?.case.id !== caseId) {
      dismissed.value = new Set()
      onlyThese.value = null
      selectedLineId.value = null
      expandedLineId.value = null
    }
    saver.reset()
    decided.value = null
    view.value = next
    takeDraft(next.draft)
  }

  /**
   * Reads the open case again after the shell said that it changed. What is being typed wins over what was stored;
   * a decided case that has left this workstation stays on the screen as it was.
   */
  async function reload(): Promise<void> {
    const caseId = view.value?.case.id
    if (caseId === undefined) {
      return
    }
    try {
      const next = await desk.readCase(caseId)
      if (view.value?.case.id !== caseId) {
        return
      }
      const isPutBack = refusedDecision.value !== undefined && next.outbox.length === 0
      view.value = next
      if (next.outbox.some((item) => item.state === 'refused') || isPutBack) {
        decided.value = null
      }
      if (!saver.isDirty()) {
        takeDraft(next.draft)
      }
    } catch (error) {
      if (decided.value === null || !(error instanceof DeskApiError)) {
        throw error
      }
    }
  }

  /** Reads how much working time is left; nothing else of the case. */
  async function refreshCountdown(): Promise<void> {
    const open = view.value
    if (open === null) {
      return
    }
    const { workingMinutesLeft } = await desk.readQueueItem(open.case.id)
    if (view.value === open) {
      view.value = { ...open, workingMinutesLeft }
    }
  }

  function setAnswer(lineId: string, verdict: PersonVerdict): void {
    const note = answers.value.get(lineId)?.note
    changeAnswer(lineId, note === undefined ? { lineId, verdict } : { lineId, verdict, note })
  }

  function setNote(lineId: string, note: string): void {
    const verdict = answers.value.get(lineId)?.verdict ?? 'not-looked-at'
    changeAnswer(lineId, note === '' ? { lineId, verdict } : { lineId, verdict, note })
  }

  function changeAnswer(lineId: string, answer: LineAnswer): void {
    if (!isEditable.value) {
      return
    }
    const next = new Map(answers.value)
    if (answer.verdict === 'not-looked-at' && answer.note === undefined) {
      next.delete(lineId)
    } else {
      next.set(lineId, answer)
    }
    answers.value = next
    dismissed.value = new Set([...dismissed.value].filter((id) => id !== lineId))
    saver.touch()
  }

  function toggleExpanded(lineId: string | null): void {
    expandedLineId.value = expandedLineId.value === lineId ? null : lineId
  }

  function showOnlyOpen(only: boolean): void {
    onlyThese.value = only ? new Set(openLines.value.map((line) => line.id)) : null
  }

  /** Brings the reasons of every defect that has none yet into the draft. */
  function collectReasons(): void {
    const found = defectReasons(lines.value, answers.value, round.value?.documents ?? []).filter(
      ({ lineId }) => !dismissed.value.has(lineId),
    )
    const missing = found.filter(
      ({ reason }) =>
        !reasons.value.some(
          (own) => own.field === reason.field && (own.reasonId ?? own.problem) === (reason.reasonId ?? reason.problem),
        ),
    )
    dismissed.value = new Set([...dismissed.value, ...found.map((item) => item.lineId)])
    if (missing.length > 0) {
      reasons.value = [...reasons.value, ...missing.map((item) => item.reason)]
      saver.touch()
    }
  }

  function addReason(reason: DraftReason): void {
    reasons.value = [...reasons.value, reason]
    saver.touch()
  }

  function changeReason(index: number, change: Partial<DraftReason>): void {
    reasons.value = reasons.value.map((reason, at) => (at === index ? { ...reason, ...change } : reason))
    saver.touch()
  }

  function removeReason(index: number): void {
    reasons.value = reasons.value.filter((_, at) => at !== index)
    saver.touch()
  }

  function changeInternalNote(note: string): void {
    internalNote.value = note
    saver.touch()
  }

  /** Decides the open case. The draft is stored first, because the shell decides by what is stored. */
  async function decide(verdict: DecisionVerdict): Promise<void> {
    const caseId = view.value?.case.id
    if (caseId === undefined) {
      throw new Error('There is no open case to decide')
    }
    if (!(await saver.flush()) && saver.failure.value !== null) {
      throw new DeskApiError(saver.failure.value)
    }
    const { commandId } = await desk.decideCase({
      caseId,
      verdict,
      reasons: verdict === 'return' ? reasons.value : [],
      internalNote: internalNote.value,
    })
    decided.value = { verdict, commandId }
    await reload()
  }

  /** Draws the case that is being read. */
  async function draw(): Promise<void> {
    const caseId = view.value?.case.id
    if (caseId !== undefined) {
      await desk.drawCase(caseId)
      await reload()
    }
  }

  async function release(): Promise<void> {
    const caseId = view.value?.case.id
    if (caseId !== undefined) {
      await saver.flush()
      await desk.releaseCase(caseId)
      close()
    }
  }

  /** Forgets the open case; what is unsaved must have been flushed. */
  function close(): void {
    saver.reset()
    view.value = null
    decided.value = null
    takeDraft({ answers: [], reasons: [], internalNote: '' })
  }

  return {
    view,
    answers,
    reasons,
    internalNote,
    decided,
    selectedLineId,
    expandedLineId,
    onlyThese,
    isOnlyOpen,
    shownLines,
    dismissed,
    round,
    lines,
    openLines,
    pendingDecision,
    refusedDecision,
    isDecided,
    isEditable,
    passProblems,
    saveState: saver.state,
    savedAt: saver.savedAt,
    saveFailure: saver.failure,
    flush: saver.flush,
    problemsOf,
    open,
    reload,
    refreshCountdown,
    setAnswer,
    setNote,
    toggleExpanded,
    showOnlyOpen,
    collectReasons,
    addReason,
    changeReason,
    removeReason,
    changeInternalNote,
    decide,
    draw,
    release,
    close,
  }
})
