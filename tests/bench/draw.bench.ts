import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { durability, fillQueue, load } from './draw/fillQueue'
import { signInReviewer, type Reviewer } from './draw/reviewer'
import { linesToAnswer, runReviewers, type WorkedCase } from './draw/runReviewers'
import { openTeam } from './draw/team'
import type { Bench, Bound, Measured, ReportSection } from './frame/bench'
import { percentile } from './frame/percentile'
import { provideDatabase } from '../helpers/serverDatabase'
import { verifyAuditChain } from '../../server/store/auditChain'

const SIZES = { quick: { cases: 1_000, reviewers: 40 }, full: { cases: 10_000, reviewers: 200 } }
/** Cases an hour that the plan of docs/deploy.md is for, and how many are worked at that pace. */
const PLANNED_PACE = 10_000
const PACED_CASES = { quick: 60, full: 500 }
const NONE: readonly Bound[] = [{ of: 'ours', is: '<=', value: 0 }]

export const bench: Bench = {
  method:
    'Two processes of the review server on one PostgreSQL, with the settings of a real one: a commit is on the disk when it is answered. ' +
    'Simulated reviewers (200, in the quick run 40), each with a session and a connection of the own, half at each process, draw the next case, ' +
    'read it whole and decide it, until 10,000 (1,000) cases are decided. Judged by the shipped rules: three of four pass with every line answered, ' +
    'the others are returned or escalated. First everybody goes on without a pause, which shows how much goes through and how long one waits ' +
    `when everything asks at once; then the same people take new cases at ${PLANNED_PACE} an hour together. ` +
    'Afterwards the database is asked: each case was given once, each confirmed decision is there once, and the audit chain is whole.',
  weakSpots: [
    'The reviewers, both servers and the database share the two cores of one machine; a server of the own would have them for itself.',
    'All cases are copies of one filing with other numbers, due times and histories. Documents are not fetched; they come from the disk, not from the database.',
    'Drawing without a pause by 200 people is no team; the waiting times of that part are those of a queue in front of a full server.',
  ],
  run: async (record, full, addSection) => {
    const { cases, reviewers: people } = full ? SIZES.full : SIZES.quick
    const paced = full ? PACED_CASES.full : PACED_CASES.quick
    const folder = await mkdtemp(path.join(os.tmpdir(), 'beian-draw-'))
    const place = await provideDatabase('postgres')
    const team = await openTeam(place, folder, people)
    const reviewers: Reviewer[] = []
    const serverOf = (index: number) => team.servers[index % 2 === 0 ? 0 : 1]
    let repeated = 0
    try {
      // One for the look at the checklist, and what the second part takes.
      await fillQueue(team.database, team.servers[0], cases + paced + 1)
      for (const [index, credentials] of team.credentials.entries()) {
        reviewers.push(
          await signInReviewer(serverOf(index).url, credentials, index, () => {
            repeated += 1
          }),
        )
      }
      repeated = 0
      const lines = await linesToAnswer(team.firstOf(reviewers))
      const before = await load()
      const rush = await runReviewers(reviewers, lines, { most: cases })
      recordWait(record, `${people} reviewers without a pause`, rush.worked)
      record({
        figure: 'cases drawn, read and decided',
        unit: 'a second',
        ours: rush.worked.length / rush.seconds,
      })
      record({
        figure: 'requests that a full server refused and that were asked again',
        unit: 'requests',
        ours: repeated,
      })
      const calm = await runReviewers(reviewers, lines, { most: paced, pace: PLANNED_PACE })
      recordWait(record, `${PLANNED_PACE} cases an hour`, calm.worked)
      const worked = [...rush.worked, ...calm.worked]
      await recordTruth(record, team.database, worked, cases + paced)
      addSection(await surroundings(team.database, before))
    } finally {
      for (const reviewer of reviewers) {
        reviewer.close()
      }
      await team.close()
      await place.remove()
      await rm(folder, { recursive: true, force: true })
    }
    return undefined
  },
}

function recordWait(
  record: (measured: Measured) => void,
  phase: string,
  worked: readonly WorkedCase[],
): void {
  for (const [what, times] of [
    ['draw', worked.map(({ draw }) => draw)],
    ['read the case', worked.map(({ read }) => read)],
    ['decide', worked.map(({ decide }) => decide)],
  ] as const) {
    for (const [name, share] of [
      ['median', 0.5],
      ['95th percentile', 0.95],
      ['99th percentile', 0.99],
    ] as const) {
      record({ figure: `${phase}: ${what}, ${name}`, unit: 'ms', ours: percentile(times, share) })
    }
  }
}

/** What may not happen, asked from the database and not from those who took part. */
async function recordTruth(
  record: (measured: Measured) => void,
  database: Awaited<ReturnType<typeof openTeam>>['database'],
  worked: readonly WorkedCase[],
  expected: number,
): Promise<void> {
  const drawnTwice = worked.length - new Set(worked.map(({ caseId }) => caseId)).size
  const grants = await database.query<{ case_id: string }>(
    'SELECT case_id FROM hold_grant GROUP BY case_id HAVING count(*) > 1',
  )
  record({ figure: 'cases held twice', unit: 'cases', ours: drawnTwice + grants.length, bounds: NONE })
  const stored = await database.query<{ command_id: string; case_id: string; verdict: string }>(
    `SELECT command_id, case_id, content ->> 'verdict' AS verdict FROM decision`,
  )
  const byCommand = new Map(stored.map((row) => [row.command_id, row]))
  const lost = worked.filter(({ commandId, caseId, verdict }) => {
    const found = byCommand.get(commandId)
    return found?.case_id !== caseId || found.verdict !== verdict
  })
  record({
    figure: 'confirmed decisions that are not there',
    unit: 'decisions',
    ours: lost.length,
    bounds: NONE,
  })
  const doubled = stored.length - new Set(stored.map((row) => row.case_id)).size
  const unasked = stored.length - worked.length
  record({
    figure: 'decisions twice, or of nobody',
    unit: 'decisions',
    ours: doubled + unasked,
    bounds: NONE,
  })
  record({ figure: 'cases left over', unit: 'cases', ours: expected - worked.length, bounds: NONE })
  const chain = await verifyAuditChain(database)
  record({ figure: 'breaks of the audit chain', unit: 'breaks', ours: chain.intact ? 0 : 1, bounds: NONE })
}

async function surroundings(
  database: Parameters<typeof durability>[0],
  before: string,
): Promise<ReportSection> {
  return {
    title: 'Surroundings',
    text: `PostgreSQL: ${await durability(database)}. Load of the machine before the run ${before}, after it ${await load()}: other work on the same two cores counts into every time above.`,
    head: [],
    rows: [],
  }
}
