import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from './store/database'
import { readTeamFigures } from './store/teamFigures'

/** Upper bounds in seconds: most answers take some ten milliseconds, a rule pack's dry run half a minute. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** Figures of one server process in the text format of Prometheus: counts and times, nothing of a person or a case. */
export interface Metrics {
  /** `route`: the pattern, never the path. */
  observe(request: {
    readonly method: string
    readonly route: string
    readonly status: number
    readonly seconds: number
  }): void
  /** The text, with the figures of the team read from the database now. */
  render(): Promise<{ readonly contentType: string; readonly text: string }>
}

/** `openStreams`: how many workstations wait for nudges at this process. */
export function createMetrics(database: Database, openStreams: () => number): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'beian_http_request_seconds',
    help: 'Requests by route pattern, method and status, with the time until the answer was sent',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  })
  const gauge = (name: string, help: string, labelNames: readonly string[] = []): Gauge =>
    new Gauge({ name, help, labelNames: [...labelNames], registers: [registry] })
  const cases = gauge('beian_cases', 'Cases by state, over all servers on this database', ['state'])
  const overdue = gauge('beian_cases_overdue', 'Cases in review whose due time has passed')
  const holds = gauge('beian_holds', 'Live holds and reservations', ['kind'])
  const deliveries = gauge('beian_deliveries_waiting', 'Decisions that the filing system has not taken yet')
  const proposals = gauge('beian_proposals_open', 'Late decisions that nobody has looked at')
  const audit = gauge('beian_audit_entries', 'Entries of the audit chain')
  const streams = gauge('beian_nudge_streams', 'Workstations that wait for nudges at this process')

  return {
    observe: ({ method, route, status, seconds }) => {
      requests.observe({ method, route, status: String(status) }, seconds)
    },
    render: async () => {
      const figures = await readTeamFigures(database)
      cases.reset()
      for (const { state, count } of figures.cases) {
        cases.set({ state }, count)
      }
      holds.set({ kind: 'hold' }, figures.holds)
      holds.set({ kind: 'reservation' }, figures.reservations)
      overdue.set(figures.overdue)
      deliveries.set(figures.deliveriesWaiting)
      proposals.set(figures.openProposals)
      audit.set(figures.auditEntries)
      streams.set(openStreams())
      return { contentType: registry.contentType, text: await registry.metrics() }
    },
  }
}
