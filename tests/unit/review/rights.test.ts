import { describe, expect, it } from 'vitest'
import { may, RIGHT_NAMES, type Right } from '../../../shared/review/rights'
import { ROLES, type Role } from '../../../shared/review/roles'

/** The table once more, by role: what each may, and nothing else. */
const EXPECTED: Readonly<Record<Role, readonly Right[]>> = {
  reviewer: ['read-queue', 'draw', 'decide', 'second-review', 'call', 'search-reuse', 'adopt-rule-pack'],
  'senior-reviewer': [
    'read-queue',
    'draw',
    'decide',
    'second-review',
    'settle-escalation',
    'call',
    'search-reuse',
    'adopt-rule-pack',
  ],
  supervisor: RIGHT_NAMES.filter((right) => right !== 'read-audit'),
  auditor: ['read-queue', 'read-sampling', 'read-controls', 'read-audit'],
}

describe('may', () => {
  it.each(ROLES)('gives a %s exactly the rights of the role', (role) => {
    expect(RIGHT_NAMES.filter((right) => may(role, right))).toEqual(EXPECTED[role])
  })

  it('gives nobody who works on filings the audit, and the auditor no filing', () => {
    expect(ROLES.filter((role) => may(role, 'decide') && may(role, 'read-audit'))).toEqual([])
    expect(ROLES.filter((role) => may(role, 'read-any-case') && may(role, 'read-audit'))).toEqual([])
  })
})
