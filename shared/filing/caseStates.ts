/**
 * The states of a filing on its way through the provider, and the table of legal moves. Everybody who changes a
 * case's state (server commands, intake, the workstation's own operation) asks `nextState` and refuses what it
 * refuses; no state is ever set another way.
 */
export const CASE_STATES = [
  'pending-review',
  'escalated',
  'returned',
  'awaiting-photo',
  'photo-review',
  'passed',
  'submitted',
] as const
export type CaseState = (typeof CASE_STATES)[number]

/** What moves a case: a reviewer's verdict, the applicant's next round or photo, the hand-over to the administration. */
export const CASE_ACTIONS = ['pass', 'return', 'escalate', 'resubmit', 'receive-photo', 'submit'] as const
export type CaseAction = (typeof CASE_ACTIONS)[number]

/** Who may make a move. `intake` is the provider's filing system. */
export type CaseActor = 'reviewer' | 'supervisor' | 'intake'

interface Move {
  readonly from: CaseState
  readonly action: CaseAction
  readonly to: CaseState
  /** Where the move leads while the administrator's photo is due and has not come. */
  readonly toWithoutPhoto?: CaseState
  readonly actors: readonly CaseActor[]
}

const MOVES: readonly Move[] = [
  {
    from: 'pending-review',
    action: 'pass',
    to: 'passed',
    toWithoutPhoto: 'awaiting-photo',
    actors: ['reviewer', 'supervisor'],
  },
  { from: 'pending-review', action: 'return', to: 'returned', actors: ['reviewer', 'supervisor'] },
  { from: 'pending-review', action: 'escalate', to: 'escalated', actors: ['reviewer'] },
  {
    from: 'escalated',
    action: 'pass',
    to: 'passed',
    toWithoutPhoto: 'awaiting-photo',
    actors: ['supervisor'],
  },
  { from: 'escalated', action: 'return', to: 'returned', actors: ['supervisor'] },
  { from: 'returned', action: 'resubmit', to: 'pending-review', actors: ['intake'] },
  { from: 'awaiting-photo', action: 'receive-photo', to: 'photo-review', actors: ['intake'] },
  { from: 'photo-review', action: 'pass', to: 'passed', actors: ['reviewer', 'supervisor'] },
  { from: 'photo-review', action: 'return', to: 'awaiting-photo', actors: ['reviewer', 'supervisor'] },
  { from: 'photo-review', action: 'escalate', to: 'escalated', actors: ['reviewer'] },
  { from: 'passed', action: 'submit', to: 'submitted', actors: ['supervisor'] },
]

/** States in which a person of that role can draw the case. */
const DRAWABLE: Readonly<Record<'reviewer' | 'supervisor', readonly CaseState[]>> = {
  reviewer: ['pending-review', 'photo-review'],
  supervisor: ['escalated', 'pending-review', 'photo-review'],
}

/**
 * Where `action` by `actor` leads from `from`, or null when the table has no such move.
 * `photoMissing`: the filing type asks for an administrator photo and none has been received.
 */
export function nextState(
  from: CaseState,
  action: CaseAction,
  actor: CaseActor,
  photoMissing: boolean,
): CaseState | null {
  const move = MOVES.find((m) => m.from === from && m.action === action && m.actors.includes(actor))
  if (!move) {
    return null
  }
  return photoMissing && move.toWithoutPhoto ? move.toWithoutPhoto : move.to
}

/** States from which a person of that role may draw a case. */
export function drawableStates(role: 'reviewer' | 'supervisor'): readonly CaseState[] {
  return DRAWABLE[role]
}
