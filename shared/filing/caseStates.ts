import { PHOTO_FILING_TYPES, SMS_FILING_TYPES, type FilingType } from '../domain/filingTypes'
import { may, type Right } from '../review/rights'
import { ROLES } from '../review/roles'

/**
 * The states of a filing from its arrival to the administration's answer, and the table of legal moves. Everybody who
 * changes a case's state (server commands, intake, the workstation's own operation) asks `nextState` and refuses what
 * it refuses; no state is ever set another way.
 */
export const CASE_STATES = [
  'pending-review',
  'escalated',
  'second-review',
  'returned',
  'awaiting-backdrop',
  'awaiting-photo',
  'photo-review',
  'passed',
  'submitted',
  'sms-verification',
  'administration-review',
  'approved',
  'rejected',
  'withdrawn',
] as const
export type CaseState = (typeof CASE_STATES)[number]

/** What moves a case: verdicts, what the applicant does, what is told of the ministry and the administration. */
export const CASE_ACTIONS = [
  'pass',
  'return',
  'escalate',
  'resubmit',
  'send-backdrop',
  'receive-photo',
  'submit',
  'send-sms',
  'verify-sms',
  'fail-sms',
  'begin-administration-review',
  'approve',
  'reject',
  'withdraw',
] as const
export type CaseAction = (typeof CASE_ACTIONS)[number]

/** Who may make a move. `intake` is the provider's filing system. */
export const CASE_ACTORS = [...ROLES, 'intake'] as const
export type CaseActor = (typeof CASE_ACTORS)[number]

/** What a move depends on besides state, action and actor. Each is worked out by a function of its own. */
export interface FilingFacts {
  readonly filingType: FilingType
  /** The administrator's photo is due and has not come; see `isPhotoMissing`. */
  readonly photoMissing: boolean
  /** Whether a pass of this person needs the agreement of another, by risk (`secondReviewFor`) or because it was drawn. */
  readonly secondReview: 'none' | 'required'
  /** Whether named persons verify by SMS, and where it leads when they do not; see `smsDuty`. */
  readonly sms: 'none' | 'failure-returns' | 'failure-rejects'
}

interface Move {
  readonly from: readonly CaseState[]
  readonly action: CaseAction
  readonly to: CaseState
  readonly actors: readonly CaseActor[]
  /** Filing types that know this move; all when absent. */
  readonly types?: readonly FilingType[]
  /** What must hold beside; of several moves the first that fits counts. */
  readonly when?: {
    readonly photoMissing?: true
    readonly secondReview?: 'required'
    readonly sms?: readonly FilingFacts['sms'][]
  }
}

const REVIEWERS = rolesWith('decide')
const SECOND_REVIEWERS = rolesWith('second-review')
const SETTLERS = rolesWith('settle-escalation')
/** Nobody hands up what he may settle himself. */
const ESCALATORS = REVIEWERS.filter((role) => !SETTLERS.includes(role))
const DISPUTERS = SECOND_REVIEWERS.filter((role) => !SETTLERS.includes(role))
/** What the filing system reports, a supervisor may enter by hand. */
const TELLERS: readonly CaseActor[] = ['intake', ...rolesWith('record-notice')]
const FIRST_LOOK = ['pending-review'] as const
const SETTLED_ABOVE = ['escalated'] as const
const SMS_DUE = ['failure-returns', 'failure-rejects'] as const
/** States before the administration's answer: the applicant may still take the filing back. */
const UNANSWERED = [
  'pending-review',
  'escalated',
  'second-review',
  'returned',
  'awaiting-backdrop',
  'awaiting-photo',
  'photo-review',
  'passed',
  'submitted',
  'sms-verification',
  'administration-review',
] as const satisfies readonly CaseState[]

const PASS_TO_SECOND = { action: 'pass', to: 'second-review', when: { secondReview: 'required' } } as const
const PASS_TO_PHOTO = {
  action: 'pass',
  to: 'awaiting-backdrop',
  types: PHOTO_FILING_TYPES,
  when: { photoMissing: true },
} as const
const PASS = { action: 'pass', to: 'passed' } as const
const RETURN = { action: 'return', to: 'returned' } as const

const MOVES: readonly Move[] = [
  { from: FIRST_LOOK, ...PASS_TO_SECOND, actors: REVIEWERS },
  { from: FIRST_LOOK, ...PASS_TO_PHOTO, actors: REVIEWERS },
  { from: FIRST_LOOK, ...PASS, actors: REVIEWERS },
  { from: FIRST_LOOK, ...RETURN, actors: REVIEWERS },
  { from: FIRST_LOOK, action: 'escalate', to: 'escalated', actors: ESCALATORS },

  { from: SETTLED_ABOVE, ...PASS_TO_SECOND, actors: SETTLERS },
  { from: SETTLED_ABOVE, ...PASS_TO_PHOTO, actors: SETTLERS },
  { from: SETTLED_ABOVE, ...PASS, actors: SETTLERS },
  { from: SETTLED_ABOVE, ...RETURN, actors: SETTLERS },

  // Agreeing is a pass of its own; that it comes from another person is `isSelfApproval`'s to refuse.
  { from: ['second-review'], ...PASS_TO_PHOTO, actors: SECOND_REVIEWERS },
  { from: ['second-review'], ...PASS, actors: SECOND_REVIEWERS },
  // A colleague's word against the first one's: someone above settles it. Someone above who returns has settled it.
  { from: ['second-review'], action: 'return', to: 'escalated', actors: DISPUTERS },
  { from: ['second-review'], ...RETURN, actors: SETTLERS },

  { from: ['returned', 'rejected'], action: 'resubmit', to: 'pending-review', actors: ['intake'] },

  {
    from: ['awaiting-backdrop'],
    action: 'send-backdrop',
    to: 'awaiting-photo',
    actors: TELLERS,
    types: PHOTO_FILING_TYPES,
  },
  // Without a posted backdrop too: taken at a designated place, or before the backdrop of an earlier filing.
  {
    from: ['awaiting-backdrop', 'awaiting-photo'],
    action: 'receive-photo',
    to: 'photo-review',
    actors: ['intake'],
    types: PHOTO_FILING_TYPES,
  },
  { from: ['photo-review'], ...PASS_TO_SECOND, actors: REVIEWERS, types: PHOTO_FILING_TYPES },
  { from: ['photo-review'], ...PASS, actors: REVIEWERS, types: PHOTO_FILING_TYPES },
  {
    from: ['photo-review'],
    action: 'return',
    to: 'awaiting-photo',
    actors: REVIEWERS,
    types: PHOTO_FILING_TYPES,
  },
  {
    from: ['photo-review'],
    action: 'escalate',
    to: 'escalated',
    actors: ESCALATORS,
    types: PHOTO_FILING_TYPES,
  },

  { from: ['passed'], action: 'submit', to: 'submitted', actors: rolesWith('record-submission') },
  {
    from: ['submitted'],
    action: 'send-sms',
    to: 'sms-verification',
    actors: TELLERS,
    types: SMS_FILING_TYPES,
    when: { sms: SMS_DUE },
  },
  {
    from: ['submitted'],
    action: 'begin-administration-review',
    to: 'administration-review',
    actors: TELLERS,
    when: { sms: ['none'] },
  },
  {
    from: ['sms-verification'],
    action: 'verify-sms',
    to: 'administration-review',
    actors: TELLERS,
    types: SMS_FILING_TYPES,
    when: { sms: SMS_DUE },
  },
  {
    from: ['sms-verification'],
    action: 'fail-sms',
    to: 'returned',
    actors: TELLERS,
    types: SMS_FILING_TYPES,
    when: { sms: ['failure-returns'] },
  },
  {
    from: ['sms-verification'],
    action: 'fail-sms',
    to: 'rejected',
    actors: TELLERS,
    types: SMS_FILING_TYPES,
    when: { sms: ['failure-rejects'] },
  },
  { from: ['administration-review'], action: 'approve', to: 'approved', actors: TELLERS },
  { from: ['administration-review'], action: 'reject', to: 'rejected', actors: TELLERS },
  { from: UNANSWERED, action: 'withdraw', to: 'withdrawn', actors: ['intake'] },
]

/** Where `action` by `actor` leads from `from`, or null when the table has no such move. */
export function nextState(
  from: CaseState,
  action: CaseAction,
  actor: CaseActor,
  facts: FilingFacts,
): CaseState | null {
  const move = MOVES.find(
    (candidate) =>
      candidate.from.includes(from) &&
      candidate.action === action &&
      candidate.actors.includes(actor) &&
      fits(candidate, facts),
  )
  return move?.to ?? null
}

function rolesWith(right: Right): readonly CaseActor[] {
  return ROLES.filter((role) => may(role, right))
}

function fits({ types, when }: Move, facts: FilingFacts): boolean {
  return (
    types?.includes(facts.filingType) !== false &&
    (when?.photoMissing === undefined || facts.photoMissing) &&
    (when?.secondReview === undefined || facts.secondReview === when.secondReview) &&
    when?.sms?.includes(facts.sms) !== false
  )
}

const HANDED_OVER: readonly CaseState[] = [
  'submitted',
  'sms-verification',
  'administration-review',
  'approved',
]

/** Whether the filing has been handed to the administration, which has not refused it. */
export function isHandedOver(state: CaseState): boolean {
  return HANDED_OVER.includes(state)
}

const IN_REVIEW: readonly CaseState[] = ['pending-review', 'escalated', 'second-review', 'photo-review']

/** Whether the case waits for somebody at the desk, so that the provider's time runs. */
export function isInReview(state: CaseState): boolean {
  return IN_REVIEW.includes(state)
}

/** Whether a pass in this state is the first word of one person about what is under review. */
export function isFirstLook(state: CaseState): boolean {
  return state === 'pending-review' || state === 'photo-review'
}
