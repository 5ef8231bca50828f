import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { NamedDay, PublishedYear } from './calendarData'

/**
 * Make-up days that the package lacks. 2005-12-31: the notice on 2006 moved that Saturday's and the Sunday's rest to
 * 2 and 3 January; the second source of the tests has it.
 */
const LACKING: Readonly<Record<string, string>> = { '2005-12-31': "New Year's Day,元旦,1" }

/**
 * The State Council office's yearly holiday notices since 2004, as the `chinese-days` package collects them. Its data
 * file is read and not its functions: those answer plain weekday logic for a year without a notice, silently, and
 * read dates in the machine's zone.
 */
export const PUBLISHED_YEARS: readonly PublishedYear[] = readPublishedYears(chineseDays)

interface ChineseDaysData {
  /** Date -> `English name,中文名,days`. */
  readonly holidays: Readonly<Record<string, string>>
  readonly workdays: Readonly<Record<string, string>>
}

function readPublishedYears({ holidays, workdays }: ChineseDaysData): readonly PublishedYear[] {
  const years = new Set(Object.keys(holidays).map((date) => Number(date.slice(0, 4))))
  return [...years]
    .sort((one, other) => one - other)
    .map((year) => ({
      year,
      source: `Notice of the General Office of the State Council on the holidays of ${year} (npm chinese-days)`,
      daysOff: namedDaysOf(holidays, year),
      makeUpDays: namedDaysOf({ ...workdays, ...LACKING }, year),
    }))
}

function namedDaysOf(days: Readonly<Record<string, string>>, year: number): readonly NamedDay[] {
  return Object.entries(days)
    .filter(([date]) => date.startsWith(`${year}-`))
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([date, names]) => {
      const [nameEn = '', nameZh = ''] = names.split(',')
      return { date, nameZh, nameEn }
    })
}
