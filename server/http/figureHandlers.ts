import type { ApiHandlers, ApiParts } from './apiHandlers'
import { readRuleFigures, readUncovered } from '../store/ruleFigures'
import { readBacklog, readDays, readLoad } from '../store/workFigures'
import { addDays, chinaDate } from '../../shared/calendar/chinaTime'
import { WORK_PERIOD_DAYS } from '../../shared/protocol/figures'
import { success } from '../../shared/result'

/** What the team's work comes to. The route asks for the right. */
export function createFigureHandlers({
  database,
  clock,
  ruleBook,
}: Pick<ApiParts, 'database' | 'clock' | 'ruleBook'>): Pick<ApiHandlers, 'figures'> {
  return {
    figures: async ({ query }) => {
      const now = clock.now()
      const to = chinaDate(now)
      const from = addDays(to, 1 - WORK_PERIOD_DAYS[query.period])
      const pack = ruleBook.latest()
      const known = [...pack.general, ...Object.values(pack.byProvince).flat()]
      const titles = new Map(known.map(({ id, title }) => [id, title]))
      const rules = await readRuleFigures(database, from, to)
      return success({
        from,
        to,
        latestPack: pack.version,
        backlog: [...(await readBacklog(database, now))],
        days: [...(await readDays(database, from, to))],
        load: [...(await readLoad(database, now))],
        uncovered: [...(await readUncovered(database, from, to))],
        rules: rules.map((rule) => ({ ...rule, title: titles.get(rule.ruleId) ?? null })),
      })
    },
  }
}
