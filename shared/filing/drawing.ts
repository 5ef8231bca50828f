import type { CaseState } from './caseStates'
import type { Role } from '../review/roles'

/** States in which a person of that role may work on a case, when the person asks for this very case. */
const DRAWABLE: Readonly<Record<Role, readonly CaseState[]>> = {
  reviewer: ['pending-review', 'second-review', 'photo-review'],
  'senior-reviewer': ['escalated', 'second-review', 'pending-review', 'photo-review'],
  supervisor: ['escalated', 'second-review', 'pending-review', 'photo-review'],
  auditor: [],
}

/** Of these, what is handed out unasked: a supervisor's reserve must not empty the reviewers' queue. */
const OFFERED: Readonly<Record<Role, readonly CaseState[]>> = {
  reviewer: ['pending-review', 'photo-review'],
  'senior-reviewer': ['escalated', 'second-review', 'pending-review', 'photo-review'],
  supervisor: ['escalated', 'second-review'],
  auditor: [],
}

/** States from which a person of that role may draw a chosen case. */
export function drawableStates(role: Role): readonly CaseState[] {
  return DRAWABLE[role]
}

/** States whose cases a person of that role is given as the next one, or gets reserved. */
export function offeredStates(role: Role): readonly CaseState[] {
  return OFFERED[role]
}
