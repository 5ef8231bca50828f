/**
 * Why somebody has the personal data of a case shown that they do not hold: to answer a complaint or an enquiry, to
 * look over the team's work, to prepare the hand-over, or something that the note says.
 */
export const REVEAL_REASONS = ['enquiry', 'quality', 'hand-over', 'other'] as const
export type RevealReason = (typeof REVEAL_REASONS)[number]
