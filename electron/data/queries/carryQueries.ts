import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'

interface CarryRow {
  readonly numberOut: number
  readonly givenAt: string | null
  readonly givenCommands: number
  readonly numberIn: number
  readonly takenAt: string | null
  readonly takenUntil: string | null
}

/** How far the hand-carry bundles of this desk have counted. */
export function createCarryQueries(db: WritableDb) {
  const select = prepareRead<CarryRow>(
    db,
    `SELECT number_out AS numberOut, given_at AS givenAt, given_commands AS givenCommands, number_in AS numberIn,
       taken_at AS takenAt, taken_until AS takenUntil FROM carry WHERE single = 1`,
  )
  const countOut = prepareWrite(db, 'UPDATE carry SET number_out = number_out + 1 WHERE single = 1')
  const given = prepareWrite<{ readonly at: string; readonly commands: number }>(
    db,
    'UPDATE carry SET given_at = :at, given_commands = :commands WHERE single = 1',
  )
  const taken = prepareWrite<{ readonly number: number; readonly at: string; readonly until: string }>(
    db,
    'UPDATE carry SET number_in = :number, taken_at = :at, taken_until = :until WHERE single = 1',
  )

  function read(): CarryRow {
    const row = select.get(NO_PARAMETERS)
    if (row === undefined) {
      throw new Error('The row of hand-carry bundles is missing')
    }
    return row
  }

  return {
    read,
    /** A number for a bundle that is about to be written; never given twice. */
    nextNumber(): number {
      countOut.run(NO_PARAMETERS)
      return read().numberOut
    },
    give(bundle: { readonly at: string; readonly commands: number }): void {
      given.run(bundle)
    },
    take(bundle: { readonly number: number; readonly at: string; readonly until: string }): void {
      taken.run(bundle)
    },
  }
}
