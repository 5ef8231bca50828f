import { z } from 'zod'
import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'
import { DELETION_KINDS, type DeletionKind } from '../deletionBounds'

interface StopRow {
  readonly what: string
  readonly wouldGo: number
  readonly ofAll: number
  readonly since: string
  readonly isAllowed: number
}

export interface DeletionStop {
  readonly what: DeletionKind
  readonly wouldGo: number
  readonly ofAll: number
  readonly since: string
}

const kindSchema = z.enum(DELETION_KINDS)

/** Answers that would remove too much, and whether a person has let them. */
export function createDeletionQueries(db: WritableDb) {
  const selectAll = prepareRead<StopRow>(
    db,
    'SELECT what, would_go AS wouldGo, of_all AS ofAll, since, is_allowed AS isAllowed FROM deletion_stop ORDER BY what',
  )
  const upsert = prepareWrite<DeletionStop>(
    db,
    `INSERT INTO deletion_stop (what, would_go, of_all, since) VALUES (:what, :wouldGo, :ofAll, :since)
     ON CONFLICT (what) DO UPDATE SET would_go = excluded.would_go, of_all = excluded.of_all`,
  )
  const allow = prepareWrite<{ what: DeletionKind }>(
    db,
    'UPDATE deletion_stop SET is_allowed = 1 WHERE what = :what AND is_allowed = 0',
  )
  const remove = prepareWrite<{ what: DeletionKind }>(db, 'DELETE FROM deletion_stop WHERE what = :what')

  return {
    /** Those that wait for a person. */
    stops: (): readonly DeletionStop[] =>
      selectAll
        .all(NO_PARAMETERS)
        .filter(({ isAllowed }) => isAllowed === 0)
        .map(({ what, wouldGo, ofAll, since }) => ({
          what: kindSchema.parse(what),
          wouldGo,
          ofAll,
          since,
        })),
    isAllowed: (what: DeletionKind): boolean =>
      selectAll.all(NO_PARAMETERS).some((row) => row.what === what && row.isAllowed === 1),
    stop(stop: DeletionStop): void {
      upsert.run(stop)
    },
    allow: (what: DeletionKind): boolean => allow.run({ what }) === 1,
    clear(what: DeletionKind): void {
      remove.run({ what })
    },
  }
}
