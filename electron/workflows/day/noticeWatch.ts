import { nextNotification, noticesOf } from '../../../shared/review/day/notices'
import type { DataPort } from '../ports/dataPort'
import type { NoticePort } from '../ports/noticePort'

interface Dependencies {
  readonly data: Pick<DataPort, 'readDay' | 'noticeFacts' | 'rememberShown'>
  readonly notices: NoticePort
  readonly workingMinutesLeft: (dueAt: string, now: string) => number
  readonly now: () => string
  /** Runs it again and again until the answered function is called. */
  readonly repeat: (run: () => void) => () => void
  readonly logUnexpected: (scope: string, cause: unknown) => void
}

export interface NoticeWatch {
  start(): void
  /** Nothing is looked at or shown any more once it resolves. */
  stop(): Promise<void>
  /** Something has changed: look at once. */
  look(): void
}

/** Looks from time to time, and after each change, whether there is something that cannot wait. */
export function createNoticeWatch({
  data,
  notices,
  workingMinutesLeft,
  now,
  repeat,
  logUnexpected,
}: Dependencies): NoticeWatch {
  let end: (() => void) | null = null
  let looking: Promise<void> | null = null
  let isDue = false

  async function lookOnce(): Promise<void> {
    const at = now()
    const { shift, quiet } = await data.readDay({ now: at })
    if (shift.state !== 'working') {
      return
    }
    const { held, shown, lastShownAt, ...rest } = await data.noticeFacts({ now: at })
    const minutesTo = (instant: string) => workingMinutesLeft(instant, at)
    const due = noticesOf({
      ...rest,
      held: held.map(({ caseId, token, dueAt, callBackAt }) => ({
        caseId,
        token,
        minutesLeft: dueAt === null ? null : minutesTo(dueAt),
        callBack: callBackAt === null ? null : { at: callBackAt, minutesLeft: minutesTo(callBackAt) },
      })),
    })
    const gate = { shift: shift.state, quiet, lastShownAt, now: Date.parse(at) }
    const next = nextNotification(due, new Set(shown), gate)
    if (next.length > 0 && end !== null) {
      // Remembered before it is shown: what is told twice is worse than what is told once too few.
      await data.rememberShown({ keys: next.map(({ key }) => key), now: at })
      notices.show(next.map(({ kind }) => kind))
    }
  }

  async function lookWhileDue(): Promise<void> {
    while (isDue && end !== null) {
      isDue = false
      try {
        await lookOnce()
      } catch (cause) {
        logUnexpected('notices', cause)
      }
    }
  }

  function look(): void {
    isDue = true
    if (end !== null) {
      looking ??= lookWhileDue().finally(() => {
        looking = null
        if (isDue) {
          look()
        }
      })
    }
  }

  return {
    start() {
      end ??= repeat(look)
      look()
    },
    async stop() {
      end?.()
      end = null
      await looking
    },
    look,
  }
}
