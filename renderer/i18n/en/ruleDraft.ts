/** From what the administration answered to a draft of the next rule pack. */
export const ruleDraft = {
  title: 'Draft of a rule pack',
  hint: 'Choose from what the administration answered, and word it as lines of the checklist. Each only warns and is looked at by a person; none returns or rejects by itself.',
  none: 'No answer of this period speaks for a new rule: no reason without a rule, and no rule with two escapes or more of enough answers.',
  rejected: '{province}: rejected {count}, no rule covers it',
  escaped: 'answered {answered}, escaped {escaped}',
  group: 'Group',
  name: { zh: 'Title (Chinese)', en: 'Title (English)' },
  requirement: { zh: 'Requirement (Chinese)', en: 'Requirement (English)' },
  problem: {
    empty:
      'Title and requirement are needed in both languages. A reason that stood in one filing is not taken over; put it into general words.',
    personal:
      'A certificate number, mobile number, e-mail address or order number stands in it. A rule pack holds no personal data.',
  },
  effectiveFrom: 'In force from',
  save: 'Save proposals ({count})',
  saved: '{file} is saved. Whoever keeps the rules makes the draft:',
  note: 'The file holds wordings and counts, no orders and no personal data; write no names. The draft follows rule pack {pack}, and goes through check, comparison, signature, dry run and activation by two supervisors.',
}
