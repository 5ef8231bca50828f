import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'
import { parseStored } from './storedJson'
import { MOST_SHIFT_MOVES } from '../../../shared/protocol/shifts'
import type { NoticeFacts } from '../../../shared/review/day/notices'
import { quietSchema, type Quiet } from '../../../shared/review/day/quiet'
import { shiftMoveSchema, type ToldShiftMove } from '../../../shared/review/day/shift'

type HoldMove = NoticeFacts['moved'][number]

/** The person's shift, quiet mode, and what there is to notify of. Times of the last two are epoch milliseconds. */
export function createDayQueries(db: WritableDb) {
  const MOVE = 'SELECT id, move, at FROM shift_move'
  const selectLast = prepareRead<ToldShiftMove>(db, `${MOVE} ORDER BY sequence DESC LIMIT 1`)
  const selectUntold = prepareRead<ToldShiftMove, { limit: number }>(
    db,
    `${MOVE} WHERE is_told = 0 ORDER BY sequence LIMIT :limit`,
  )
  const insertMove = prepareWrite<{ id: string; move: string; at: string }>(
    db,
    'INSERT INTO shift_move (id, move, at) VALUES (:id, :move, :at)',
  )
  const markTold = prepareWrite<{ id: string }>(db, 'UPDATE shift_move SET is_told = 1 WHERE id = :id')
  const selectQuiet = prepareRead<{ readonly body: string }>(db, 'SELECT body FROM quiet_mode')
  const removeQuiet = prepareWrite(db, 'DELETE FROM quiet_mode')
  const insertQuiet = prepareWrite<{ body: string }>(
    db,
    'INSERT INTO quiet_mode (id, body) VALUES (1, :body)',
  )
  const insertHoldMove = prepareWrite<HoldMove & { at: number }>(
    db,
    `INSERT INTO hold_move (case_id, token, way, at) VALUES (:caseId, :token, :way, :at)
     ON CONFLICT (case_id, token, way) DO NOTHING`,
  )
  const selectHoldMoves = prepareRead<HoldMove, { after: number }>(
    db,
    'SELECT case_id AS caseId, token, way FROM hold_move WHERE at > :after ORDER BY at, case_id',
  )
  const selectShown = prepareRead<{ readonly key: string; readonly at: number }>(
    db,
    'SELECT key, at FROM notice_shown ORDER BY at DESC',
  )
  const insertShown = prepareWrite<{ key: string; at: number }>(
    db,
    'INSERT INTO notice_shown (key, at) VALUES (:key, :at) ON CONFLICT (key) DO NOTHING',
  )
  const forgetShown = prepareWrite<{ before: number }>(db, 'DELETE FROM notice_shown WHERE at < :before')
  const forgetHoldMoves = prepareWrite<{ before: number }>(db, 'DELETE FROM hold_move WHERE at < :before')

  return {
    lastMove(): ToldShiftMove | null {
      const row = selectLast.get(NO_PARAMETERS)
      return row === undefined ? null : shiftMoveSchema.parse(row)
    },
    untoldMoves: (): readonly ToldShiftMove[] =>
      selectUntold.all({ limit: MOST_SHIFT_MOVES }).map((row) => shiftMoveSchema.parse(row)),
    addMove({ id, move, at }: ToldShiftMove): void {
      insertMove.run({ id, move, at })
    },
    markTold(id: string): void {
      markTold.run({ id })
    },
    quiet(): Quiet | null {
      const row = selectQuiet.get(NO_PARAMETERS)
      return row === undefined ? null : parseStored(quietSchema, row.body, 'quiet_mode.body')
    },
    replaceQuiet(quiet: Quiet | null): void {
      removeQuiet.run(NO_PARAMETERS)
      if (quiet !== null) {
        insertQuiet.run({ body: JSON.stringify(quiet) })
      }
    },
    addHoldMove(move: HoldMove, at: number): void {
      insertHoldMove.run({ ...move, at })
    },
    holdMovesAfter: (after: number): readonly HoldMove[] => selectHoldMoves.all({ after }),
    /** The latest first. */
    shown: () => selectShown.all(NO_PARAMETERS),
    addShown(key: string, at: number): void {
      insertShown.run({ key, at })
    },
    forgetBefore(before: number): void {
      forgetShown.run({ before })
      forgetHoldMoves.run({ before })
    },
  }
}
