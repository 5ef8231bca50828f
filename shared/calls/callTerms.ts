export const CALL_SUBJECTS = ['entity-principal', 'service-principal'] as const
export const CALL_LINES = ['mobile', 'landline', 'emergencyPhone'] as const
export const CALL_DIRECTIONS = ['outgoing', 'incoming'] as const
/** The first is the only one in which somebody was spoken to who may speak for the filing. */
export const CALL_OUTCOMES = [
  'reached',
  'no-answer',
  'busy',
  'switched-off',
  'wrong-person',
  'refused',
] as const

/** What is asked to know who speaks; from the verification form (review practice, section 3). */
export const IDENTITY_QUESTIONS = ['name', 'applied', 'service', 'domain', 'mailing-address'] as const
export const IDENTITY_ANSWERS = ['right', 'wrong', 'not-asked'] as const
export type IdentityAnswer = (typeof IDENTITY_ANSWERS)[number]
export const NEXT_STEPS = ['none', 'call-again', 'wait', 'return', 'escalate'] as const
