import type { CallRecord } from '../../shared/calls/callRecord'

/** A call to the entity's principal that nobody answered, with whatever a test changes. */
export function callRecord(startedAt: string, changes: Partial<CallRecord> = {}): CallRecord {
  return {
    contact: { subject: 'entity-principal', serviceId: null, line: 'mobile' },
    direction: 'outgoing',
    startedAt,
    outcome: 'no-answer',
    identity: {
      name: 'not-asked',
      applied: 'not-asked',
      service: 'not-asked',
      domain: 'not-asked',
      'mailing-address': 'not-asked',
    },
    lineIds: [],
    note: '',
    promise: null,
    callBackAt: null,
    nextStep: 'call-again',
    ...changes,
  }
}
