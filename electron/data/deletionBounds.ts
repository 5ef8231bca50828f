export const DELETION_KINDS = ['holds', 'queue'] as const
export type DeletionKind = (typeof DELETION_KINDS)[number]

interface DeletionBound {
  /** So many may always go. */
  readonly always: number
  /** Beyond that, no more than this share of what is here. */
  readonly share: number
}

/** What may leave by one answer of the server before a person is asked. */
const DELETION_BOUNDS: Readonly<Record<DeletionKind, DeletionBound>> = {
  // A supervisor breaks single holds; a desk has some six. What ran out by its own end is not counted.
  holds: {
    always: 3,
    share: 0.5,
  },
  // Nothing leaves the queue of a team by itself: some are a mended fault, a tenth is another database.
  queue: {
    always: 50,
    share: 0.1,
  },
}

/** Whether so many of all that is here are too many to go unseen. */
export function isBulkDeletion(kind: DeletionKind, wouldGo: number, all: number): boolean {
  const { always, share } = DELETION_BOUNDS[kind]
  return wouldGo > always && wouldGo > all * share
}
