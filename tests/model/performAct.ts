import type { ModelDesk } from './modelDesk'
import type { Act } from './steps'
import type { World } from './world'
import type { ProposalAnswer } from '../../shared/protocol/proposals'
import type { DecisionVerdict } from '../../shared/review/decision'

const REASON = { field: 'entity.name', problem: '名称与执照不一致', advice: '按执照填写' }

/** What a person does at a desk; throws what the person would be told. */
export async function perform(world: World, desk: ModelDesk, index: number, act: Act): Promise<void> {
  switch (act.do) {
    case 'draw':
      await desk.cases.drawNext()
      return
    case 'draw-this': {
      const order = world.server.orders[act.pick % world.server.orders.length]
      await desk.cases.draw(order?.caseId ?? '')
      return
    }
    case 'edit':
      await edit(world, desk, index, act.pick)
      return
    case 'decide':
      await decide(world, desk, index, act)
      return
    case 'release': {
      const caseId = await heldCase(desk, act.pick)
      if (caseId !== null) {
        await desk.cases.release(caseId)
        world.words.delete(wordsKey(index, caseId))
      }
      return
    }
    case 'settle':
      await settle(world, desk, index, act.pick)
      return
    case 'answer':
      await answer(world, desk, index, act)
      return
    case 'sync':
      await desk.sync()
      return
    case 'download':
      await desk.download()
      return
    case 'change-shift':
      await desk.session.signOut()
      await desk.signIn()
  }
}

/** Answers the oldest open late decision on a case the person has. */
async function answer(
  world: World,
  desk: ModelDesk,
  index: number,
  { pick, answer: given }: { readonly pick: number; readonly answer: ProposalAnswer },
): Promise<void> {
  const caseId = await heldCase(desk, pick)
  const stored = caseId === null ? null : await desk.data.readCase(caseId)
  const open = stored?.filingCase.proposals?.find((proposal) => proposal.answer === null)
  if (caseId === null || open === undefined) {
    return
  }
  await desk.cases.answerProposal({ caseId, proposalId: open.id, answer: given })
  const after = await desk.data.readCase(caseId)
  if (after !== null && given === 'taken-over') {
    world.words.set(wordsKey(index, caseId), after.draft.internalNote)
  }
}

async function heldCase(desk: ModelDesk, pick: number): Promise<string | null> {
  const held = (await desk.data.listHolds()).filter(({ hold, hasCase }) => hold.kind === 'hold' && hasCase)
  return held[pick % Math.max(1, held.length)]?.hold.caseId ?? null
}

async function edit(world: World, desk: ModelDesk, index: number, pick: number): Promise<void> {
  const caseId = await heldCase(desk, pick)
  if (caseId === null) {
    return
  }
  const { draft } = await desk.cases.read(caseId)
  const words = world.newWords()
  await desk.cases.saveDraft(caseId, { ...draft, internalNote: words })
  world.words.set(wordsKey(index, caseId), words)
}

async function decide(
  world: World,
  desk: ModelDesk,
  index: number,
  { pick, verdict: asked }: { readonly pick: number; readonly verdict: DecisionVerdict },
): Promise<void> {
  const caseId = (await heldCase(desk, pick)) ?? (await desk.cases.drawNext()).caseId
  const { case: filingCase, checklist, draft } = await desk.cases.read(caseId)
  // Escalating leads from a reviewer to a supervisor, and the page offers it to nobody else.
  const isFirst = filingCase.state === 'pending-review' || filingCase.state === 'photo-review'
  const mayEscalate = isFirst && desk.session.requireUser().role === 'reviewer'
  const verdict = asked === 'escalate' && !mayEscalate ? 'return' : asked
  const answers = checklist
    .filter(({ blocking }) => blocking)
    .map(({ id }) => ({ lineId: id, verdict: 'ok' as const }))
  await desk.cases.saveDraft(caseId, { ...draft, answers })
  const note = world.newWords()
  const { commandId } = await desk.cases.decide({ caseId, verdict, reasons: [REASON], internalNote: note })
  world.told.push({ commandId, desk: index, caseId, verdict, note, isSettled: false })
}

/** Takes a refused decision back into the draft; its words must be there afterwards when the case is. */
async function settle(world: World, desk: ModelDesk, index: number, pick: number): Promise<void> {
  const refused = (await desk.data.listOutbox()).filter(({ state }) => state === 'refused')
  const item = refused[pick % Math.max(1, refused.length)]
  if (item === undefined) {
    return
  }
  const told = world.told.find(({ commandId }) => commandId === item.id)
  const typed = (await desk.data.readCase(item.caseId))?.draft.internalNote ?? ''
  const settled = await desk.data.settleRefused({ commandId: item.id, now: desk.now() })
  if (!settled.ok) {
    throw new Error(`A refused decision that is listed cannot be settled: ${settled.error}`)
  }
  if (told !== undefined) {
    told.isSettled = true
  }
  const stored = await desk.data.readCase(item.caseId)
  const words = told?.note
  if (stored !== null && words !== undefined) {
    const later = world.words.get(wordsKey(index, item.caseId))
    const { internalNote } = stored.draft
    const isReplaced = numberOf(typed) > numberOf(words) && internalNote !== typed
    if (isReplaced || (internalNote !== words && internalNote !== later)) {
      throw new Error(`The words of a refused decision were lost: ${words}`)
    }
    world.words.set(wordsKey(index, item.caseId), internalNote)
  }
}

/** Words are numbered as they are written; empty ones are older than any. */
function numberOf(words: string): number {
  return Number(/\d+$/.exec(words)?.[0] ?? 0)
}

/** Under which a desk's last words on a case are kept. */
export function wordsKey(desk: number, caseId: string): string {
  return `${String(desk)} ${caseId}`
}
