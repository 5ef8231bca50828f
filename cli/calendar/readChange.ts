import { readFile } from 'node:fs/promises'
import { calendarChangeSchema, type CalendarChange } from '../../shared/calendar/changeCalendar'
import { readHours } from '../../shared/calendar/hoursText'
import { noticeOf, readHolidayFeed } from '../../shared/calendar/readHolidayFeed'
import { refusal, success, type Result } from '../../shared/result'

interface Options {
  readonly year?: string | undefined
  readonly source?: string | undefined
  readonly reason?: string | undefined
  readonly hours?: string | undefined
}

/** The change that a command and its words ask for; null where they ask for none, else what is wrong in one line. */
export async function readChange(
  command: string | undefined,
  words: readonly string[],
  options: Options,
): Promise<Result<CalendarChange, string> | null> {
  if (command === 'import') {
    const [feed] = words
    const { year, source } = options
    return feed === undefined || year === undefined || source === undefined
      ? null
      : importOf(await readFile(feed, 'utf8'), Number(year), source)
  }
  const asked = askedChange(command, words, options)
  return asked === null ? null : parse(asked)
}

/** The change that imports a year of a feed. */
export function importOf(text: string, year: number, source: string): Result<CalendarChange, string> {
  const feed = readHolidayFeed(text)
  const notice = feed.ok ? noticeOf(feed.value, year, source) : feed
  return notice.ok
    ? parse({ kind: 'import', notice: notice.value })
    : refusal(`the feed is not taken: ${notice.error.code} ${notice.error.what}`.trimEnd())
}

function askedChange(
  command: string | undefined,
  [from, to = from]: readonly string[],
  { reason, hours }: Options,
): unknown {
  if (command === 'hours' && from !== undefined) {
    return { kind: 'hours', hours: readHours(from) }
  }
  if ((command === 'close' || command === 'open') && from !== undefined && reason !== undefined) {
    const kind = command === 'close' ? 'closed' : 'open'
    const own = hours === undefined ? {} : { hours: readHours(hours) }
    return { kind: 'add', override: { kind, from, to, reason, ...own } }
  }
  return null
}

function parse(asked: unknown): Result<CalendarChange, string> {
  const parsed = calendarChangeSchema.safeParse(asked)
  return parsed.success
    ? success(parsed.data)
    : refusal(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '))
}
