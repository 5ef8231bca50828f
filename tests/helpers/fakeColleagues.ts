import type { QueueItem } from '../../shared/ipc/models'
import type { Colleague } from '../../shared/protocol/colleagues'
import type { OnShift } from '../../shared/protocol/onShift'

/** A synthetic team for screens without a server. */
export const fakeColleagues: readonly Colleague[] = [
  {
    id: '0190c7a0-0000-7000-8000-00000000c001',
    displayName: '张伟',
    role: 'reviewer',
    holds: 2,
    reservations: 6,
    shift: { state: 'working', since: '2026-11-20T01:02:00.000Z' },
  },
  {
    id: '0190c7a0-0000-7000-8000-00000000c002',
    displayName: '高岩',
    role: 'senior-reviewer',
    provinces: ['330000'],
    holds: 0,
    reservations: 3,
    shift: { state: 'break', since: '2026-11-20T04:00:00.000Z' },
  },
]

/** Who of that team is at work, and a note with the first filing. */
export function fakeOnShift([first]: readonly QueueItem[]): OnShift {
  const notes =
    first === undefined
      ? []
      : [
          {
            ...{ caseId: first.id, orderNumber: first.orderNumber, from: '张伟', holder: null },
            leftAt: '2026-11-20T10:01:00.000Z',
          },
        ]
  return {
    people: fakeColleagues.map(({ id, displayName, role, shift }) => ({ id, displayName, role, shift })),
    notes,
  }
}
