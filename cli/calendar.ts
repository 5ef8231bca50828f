import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { describeCalendar } from './calendar/describeCalendar'
import { readChange } from './calendar/readChange'
import { writeFileDurably } from '../electron/common/durableFile'
import { calendarFileSchema, type CalendarFile } from '../shared/calendar/calendarData'
import { changeCalendar, EMPTY_CALENDAR } from '../shared/calendar/changeCalendar'

const USAGE = `Usage: npm run --silent calendar -- COMMAND FILE ...

  show FILE                                 what the calendar adds to the shipped one, and up to when it is confirmed
  import FILE FEED --year YYYY --source S   takes a year's notice from an iCalendar file
  close FILE FROM TO --reason R             the desk is closed from one day to another
  open FILE FROM TO --reason R [--hours 09:00-12:00,13:30-18:00]
  hours FILE 09:00-12:00,13:30-18:00        hours of every worked day

FILE is the one that CALENDAR_FILE of the server names; it is made when it is not there. A server whose team has no calendar
yet begins with it; later on supervisors change the team's calendar on its screen.
Exit code 0: done. 1: refused, nothing was changed. 2: wrong use, or a file cannot be read.`

const EXIT = { done: 0, refused: 1, unusable: 2 } as const

process.exitCode = await run(process.argv.slice(2))

async function run([command, ...rest]: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: {
        year: { type: 'string' },
        source: { type: 'string' },
        reason: { type: 'string' },
        hours: { type: 'string' },
      },
    })
    const [file, ...words] = positionals
    if (file === undefined) {
      return tell(EXIT.unusable, USAGE)
    }
    const calendar = await readCalendar(file)
    if (command === 'show') {
      return tell(EXIT.done, describeCalendar(calendar))
    }
    const change = await readChange(command, words, values)
    if (change === null) {
      return tell(EXIT.unusable, USAGE)
    }
    const changed = change.ok ? changeCalendar(calendar, [change.value]) : change
    if (!changed.ok) {
      return tell(EXIT.refused, `calendar: ${changed.error}`)
    }
    writeFileDurably(file, Buffer.from(`${JSON.stringify(changed.value, null, 2)}\n`))
    return tell(EXIT.done, describeCalendar(changed.value))
  } catch (error) {
    return tell(EXIT.unusable, `calendar: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function readCalendar(file: string): Promise<CalendarFile> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return null
    }
    throw error
  })
  return text === null ? EMPTY_CALENDAR : calendarFileSchema.parse(JSON.parse(text))
}

function tell(code: number, text: string): number {
  process.stdout.write(`${text}\n`)
  return code
}
