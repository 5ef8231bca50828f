import type { NoticeKind } from '../../../shared/review/day/notices'

/** The operating system's notifications. */
export interface NoticePort {
  /** Shows one notification about all of these. It is told kinds alone, so that nothing of a case can stand in it. */
  show(kinds: readonly NoticeKind[]): void
}
