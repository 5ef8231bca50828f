import type { ModelDesk } from '../model/modelDesk'
import type { DecisionVerdict } from '../../shared/review/decision'

/** A desk, however it is connected. */
export type AnyDesk = Pick<
  ModelDesk,
  'cases' | 'data' | 'session' | 'now' | 'signIn' | 'sync' | 'download' | 'close'
>

/** What a desk says while it works, as it is said to the person. */
export type Said =
  | { readonly said: 'issued'; readonly commandId: string }
  | {
      readonly said: 'decided'
      readonly commandId: string
      readonly caseId: string
      readonly verdict: DecisionVerdict
      readonly note: string
    }
  /** Said before it is done: whoever looks later may find either. */
  | { readonly said: 'settles'; readonly commandId: string }
  | { readonly said: 'saved'; readonly caseId: string; readonly words: string }
export type Tell = (said: Said) => void

const REASON = { field: 'entity.name', problem: '名称与执照不一致', advice: '按执照填写' }

/** Decides the case the person has, or else the next one. */
export async function decideNext(desk: AnyDesk, tell: Tell, verdict: DecisionVerdict): Promise<void> {
  const caseId = (await heldCase(desk)) ?? (await desk.cases.drawNext()).caseId
  const { checklist, draft } = await desk.cases.read(caseId)
  const answers = checklist
    .filter(({ blocking }) => blocking)
    .map(({ id }) => ({ lineId: id, verdict: 'ok' as const }))
  await desk.cases.saveDraft(caseId, { ...draft, answers })
  const note = `备注 ${desk.now()} ${caseId}`
  const { commandId } = await desk.cases.decide({ caseId, verdict, reasons: [REASON], internalNote: note })
  tell({ said: 'decided', commandId, caseId, verdict, note })
}

/** Writes words into the draft of the case the person has, or of the next one; answers its order number. */
export async function editHeld(desk: AnyDesk, tell: Tell): Promise<string> {
  const caseId = (await heldCase(desk)) ?? (await desk.cases.drawNext()).caseId
  const { draft, case: filingCase } = await desk.cases.read(caseId)
  const words = `草稿 ${caseId} ${String(draft.internalNote.length)}`
  await desk.cases.saveDraft(caseId, { ...draft, internalNote: words })
  tell({ said: 'saved', caseId, words })
  return filingCase.orderNumber
}

/** Takes the oldest refused decision back into the draft. */
export async function settleOne(desk: AnyDesk, tell: Tell): Promise<void> {
  const item = (await desk.data.listOutbox()).find(({ state }) => state === 'refused')
  if (item !== undefined) {
    tell({ said: 'settles', commandId: item.id })
    await desk.data.settleRefused({ commandId: item.id, now: desk.now() })
  }
}

async function heldCase(desk: AnyDesk): Promise<string | null> {
  const outbox = new Set((await desk.data.listOutbox()).filter(isWaiting).map(({ caseId }) => caseId))
  const held = (await desk.data.listHolds()).find(
    ({ hold, hasCase }) => hold.kind === 'hold' && hasCase && !outbox.has(hold.caseId),
  )
  return held?.hold.caseId ?? null
}

function isWaiting({ state }: { readonly state: string }): boolean {
  return state !== 'applied'
}
