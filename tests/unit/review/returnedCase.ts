import { FIRST_FILING } from '../rules/caseMaker'
import type { Application } from '../../../shared/domain/filing'
import type { Decision } from '../../../shared/review/decision'
import { resubmissionOf, type ChecklistBy } from '../../../shared/review/resubmission'
import type { ChecklistLine, MachineVerdict } from '../../../shared/rules/checklist'
import type { JudgedDocument } from '../../../shared/rules/judgedCase'

export const NAME = 'application.entity.name'
export const DOMAIN = 'application.services.0.domains.0.name'

export function line(id: string, part: Partial<ChecklistLine> = {}): ChecklistLine {
  return {
    id,
    group: 'entity',
    title: { zh: `检查 ${id}`, en: id },
    requirement: { zh: `要求 ${id}`, en: id },
    severity: 'return',
    blocking: true,
    cautions: [],
    confidence: 'guide',
    source: { key: 'k', name: 'n', url: null, date: '2026-01-01', reliability: 'high' },
    machine: null,
    reasonIds: [],
    effectiveFrom: null,
    effectiveTo: null,
    facts: [],
    corroboratedBy: [],
    conflictsWith: [],
    ...part,
  }
}

export function about(path: string, verdict: MachineVerdict['verdict'] = 'unsure'): MachineVerdict {
  return { verdict, evidence: [{ kind: 'field', path }] }
}

export function onPaper(documentId: string): MachineVerdict {
  return { verdict: 'unsure', evidence: [{ kind: 'document', documentId }] }
}

export const PAPERS: readonly JudgedDocument[] = [
  { id: 'd1', kind: 'business-licence', face: 'page', owner: 'entity', sha256: 'licence' },
  { id: 'd2', kind: 'resident-id', face: 'portrait', owner: 'entity-principal', sha256: 'card' },
]

export interface Scene {
  readonly lines: readonly ChecklistLine[]
  /** This round's lines where they are not the earlier round's. */
  readonly linesNow?: readonly ChecklistLine[]
  readonly decided?: Decision['lines']
  readonly reasons?: Decision['reasons']
  readonly application?: Application
  readonly documents?: readonly JudgedDocument[]
  readonly laterDecision?: Decision['lines']
  readonly knowsEarlierPack?: boolean
}

function decide(lines: Decision['lines'], part: Partial<Decision> = {}): Decision {
  return { verdict: 'return', rulePack: 'old', lines, findings: [], reasons: [], ...part }
}

export function answered(
  lines: readonly ChecklistLine[],
  verdict: 'ok' | 'not-ok' = 'ok',
): Decision['lines'] {
  return lines.map(({ id, machine }) => ({ lineId: id, verdict, machine: machine?.verdict ?? null }))
}

export function take(scene: Scene) {
  const { lines, linesNow = lines, decided = answered(lines), knowsEarlierPack = true } = scene
  const made = {
    decidedBy: { displayName: '李娜' },
    decidedAt: '2026-11-20T02:00:00.000Z',
  }
  const round = { submittedAt: '2026-11-20T00:00:00Z', documents: PAPERS, application: FIRST_FILING }
  const checklistBy: ChecklistBy = (rulePack, judged) => {
    const isEarlier = judged.rounds.length === 1
    if (rulePack !== (isEarlier ? 'old' : 'new')) {
      throw new Error('Each round is judged by its own pack')
    }
    return isEarlier ? (knowsEarlierPack ? lines : null) : linesNow
  }
  return resubmissionOf(
    {
      province: '330000',
      rulePack: 'new',
      rounds: [
        { ...round, round: 1 },
        {
          ...round,
          round: 2,
          application: scene.application ?? FIRST_FILING,
          documents: scene.documents ?? PAPERS,
        },
      ],
      decisions: [
        { ...made, round: 1, decision: decide(decided, { reasons: scene.reasons ?? [] }) },
        ...(scene.laterDecision === undefined
          ? []
          : [{ ...made, round: 2, decision: decide(scene.laterDecision, { rulePack: 'new' }) }]),
      ],
    },
    checklistBy,
  )
}

export function carriedIds(scene: Scene): readonly string[] {
  return take(scene)?.carried.map(({ lineId }) => lineId) ?? []
}
