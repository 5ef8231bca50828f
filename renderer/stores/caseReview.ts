import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { createChecklistView } from './checklistView'
import { createDraftSaver } from './draftSaver'
import { createPinBoard } from './pinBoard'
import { createReturnMessage } from './returnMessage'
import { createReturnReasons } from './returnReasons'
import { createTakenOver } from './takenOver'
import * as desk from '../api/deskApi'
import { DeskApiError } from '../api/DeskApiError'
import { gateProblems } from '../../shared/review/decisionGate'
import type { CaseView, Draft } from '../../shared/ipc/models'
import type { ReadingCorrection } from '../../shared/matching/corrections'
import type { CaseRound } from '../../shared/protocol/case'
import type { DecisionVerdict } from '../../shared/review/decision'
import type { LineAnswer, PersonVerdict } from '../../shared/rules/checklist'

interface Decided {
  readonly verdict: DecisionVerdict
  readonly commandId: string
  /** Only what was read after the decision can tell: an older answer knows nothing of it. */
  readonly isAcknowledged: boolean
}

/** A case on the desk and the unfinished work on it. What is typed is kept as it is typed. */
export const useCaseReviewStore = defineStore('caseReview', () => {
  const view = shallowRef<CaseView | null>(null)
  /** What the person answered in this round. */
  const ownAnswers = ref<ReadonlyMap<string, LineAnswer>>(new Map())
  const internalNote = ref('')
  /** Readings of papers that the person put right. */
  const corrections = ref<readonly ReadingCorrection[]>([])
  /** A decision made in this sitting; the shell's outbox takes over from here. */
  const decided = shallowRef<Decided | null>(null)
  const saver = createDraftSaver(saveNow)

  const round = computed<CaseRound | null>(() => view.value?.case.rounds.at(-1) ?? null)
  const lines = computed(() => view.value?.checklist ?? [])
  const pendingDecision = computed(() =>
    view.value?.outbox.find(
      (item) => item.kind === 'decide' && item.state !== 'refused' && item.state !== 'applied',
    ),
  )
  const refusedDecision = computed(() =>
    view.value?.outbox.find((item) => item.kind === 'decide' && item.state === 'refused'),
  )
  const isDecided = computed(() => decided.value !== null || pendingDecision.value !== undefined)
  const isEditable = computed(
    () => view.value?.hold?.kind === 'hold' && !isDecided.value && refusedDecision.value === undefined,
  )
  const takenOver = createTakenOver(view, ownAnswers)
  /** What stands of every line: the person's answer, or else the one carried from the round before. */
  const answers = computed<ReadonlyMap<string, LineAnswer>>(
    () => new Map([...takenOver.carried.value, ...ownAnswers.value]),
  )
  const checklist = createChecklistView(lines, answers, takenOver.touchedLineIds)
  const returnReasons = createReturnReasons({ lines, answers, round, onChange: saver.touch })
  const { reasons } = returnReasons
  const pinBoard = createPinBoard({ view, isEditable, onChange: saver.touch })
  const returnMessage = createReturnMessage({ view, reasons, answers, internalNote, pins: pinBoard.pins })
  const passProblems = computed(() => problemsOf('pass'))

  function problemsOf(verdict: DecisionVerdict) {
    const problems = gateProblems(lines.value, {
      verdict,
      answers: [...answers.value.values()],
      reasons: reasons.value,
      internalNote: internalNote.value,
    })
    return verdict === 'return' ? [...problems, ...returnMessage.problems()] : problems
  }

  function currentDraft(): Draft {
    return {
      answers: [...ownAnswers.value.values()],
      reasons: reasons.value,
      internalNote: internalNote.value,
      ...pinBoard.toDraft(),
      ...(corrections.value.length === 0 ? {} : { corrections: [...corrections.value] }),
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
    ownAnswers.value = new Map(draft.answers.map((answer) => [answer.lineId, answer]))
    reasons.value = draft.reasons.map((reason) => ({ ...reason }))
    internalNote.value = draft.internalNote
    pinBoard.take(draft)
    corrections.value = draft.corrections ?? []
  }

  /** Opens a case; the one before is saved first. */
  async function open(caseId: string): Promise<void> {
    await saver.flush()
    const next = await desk.readCase(caseId)
    if (view.value?.case.id !== caseId) {
      returnReasons.reset()
      checklist.reset()
    }
    saver.reset()
    decided.value = null
    view.value = next
    takeDraft(next.draft)
    checklist.showOnlyOpen(checklist.isOnlyOpen.value)
  }

  /**
   * Reads the open case again after the shell said that it changed. What is being typed wins over what was stored.
   * A case that has left this workstation stays on the screen as it was; undecided, it can only be read from then on.
   */
  async function reload(): Promise<void> {
    const caseId = view.value?.case.id
    if (caseId === undefined) {
      return
    }
    const decidedBefore = decided.value
    try {
      const next = await desk.readCase(caseId)
      if (view.value?.case.id !== caseId) {
        return
      }
      const isPutBack = refusedDecision.value !== undefined && next.outbox.length === 0
      view.value = next
      if (next.outbox.some((item) => item.state === 'refused') || isPutBack) {
        decided.value = null
      } else if (pendingDecision.value === undefined) {
        acknowledge(decidedBefore)
      }
      // After a decision its answers stay on screen; the draft they came from is gone by then.
      if (!saver.isDirty() && !isDecided.value) {
        takeDraft(next.draft)
      }
    } catch (error) {
      if (!(error instanceof DeskApiError)) {
        throw error
      }
      if (decided.value === null && view.value?.case.id === caseId) {
        view.value = { ...view.value, hold: null }
      } else if (error.failure.code === 'not-held') {
        acknowledge(decidedBefore)
      }
    }
  }

  /** The decision has left the outbox, or the case this workstation: the server has it. */
  function acknowledge(own: Decided | null): void {
    if (own !== null && decided.value === own) {
      decided.value = { ...own, isAcknowledged: true }
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
    const next = new Map(ownAnswers.value)
    const isCarried = takenOver.carried.value.has(lineId)
    // Where an answer is carried, saying nothing would let it stand.
    if (answer.verdict === 'not-looked-at' && answer.note === undefined && !isCarried) {
      next.delete(lineId)
    } else {
      next.set(lineId, answer)
    }
    ownAnswers.value = next
    returnReasons.reconsider(lineId)
    saver.touch()
  }

  function changeInternalNote(note: string): void {
    internalNote.value = note
    saver.touch()
  }

  /** Takes the person's word for what a paper says; the machine's own word takes an earlier correction back. */
  function correctReading(correction: ReadingCorrection): void {
    if (!isEditable.value) {
      return
    }
    const { documentId, field, read, value } = correction
    const others = corrections.value.filter(
      (own) => own.documentId !== documentId || own.field !== field || own.read !== read,
    )
    corrections.value = value === read ? others : [...others, correction]
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
      ...(verdict === 'return'
        ? { reasons: reasons.value, message: returnMessage.message.value }
        : { reasons: [] }),
      internalNote: internalNote.value,
    })
    decided.value = { verdict, commandId, isAcknowledged: false }
    await reload()
  }

  /** Has the open case judged by this pack. What was said of lines that are gone goes with them. */
  async function adoptPack(version: string): Promise<void> {
    const caseId = view.value?.case.id
    if (caseId === undefined) {
      throw new Error('There is no open case')
    }
    await saver.flush()
    await desk.adoptRulePack(caseId, version)
    await open(caseId)
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
    ownAnswers,
    takenOver,
    reasons,
    returnMessage,
    internalNote,
    decided,
    checklist,
    pinBoard,
    round,
    lines,
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
    collectReasons: returnReasons.collect,
    addReason: returnReasons.add,
    hasReason: returnReasons.has,
    changeReason: returnReasons.change,
    removeReason: returnReasons.remove,
    changeInternalNote,
    corrections,
    correctReading,
    decide,
    adoptPack,
    draw,
    release,
    close,
  }
})
