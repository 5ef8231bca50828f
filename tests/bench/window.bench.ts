import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench, Measured } from './frame/bench'
import { fillServer } from './sync/fillServer'
import { watchTasks, type Watched } from './window/watchTasks'
import { launchDesk, type DeskApplication } from '../helpers/e2e/launchDesk'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { startReviewServer } from '../helpers/e2e/reviewServerProcess'
import { TEAM } from '../helpers/e2e/team'

const ROWS = 100_000
/** Above this a person who types or scrolls notices. */
const LONGEST_TASK_MS = 50
/** On a machine that is busy with other things the first exchange has taken a minute and a half. */
const LIMIT_MS = 240_000

export const bench: Bench = {
  method:
    `A person signs in for the first time at the built application, in Electron with its sandbox on, and the queue of ${ROWS} cases comes from a review ` +
    `server in a process of its own. From the moment the queue is on the screen until it counts every case, the window tells each task of ${LONGEST_TASK_MS} ms ` +
    'and more on its own thread (`PerformanceObserver`, `longtask`) and each number of cases that it has shown.',
  weakSpots: [
    'A display without a screen draws by software, which takes longer than a graphics card.',
    'A task is measured by the clock: on a machine that is busy with other things it holds the time in which the window did not run at all.',
    'Putting up the queue for the first time, right after the sign-in, is told as a figure of its own and has no bound.',
  ],
  run: async (record) => {
    const folder = await mkdtemp(join(tmpdir(), 'beian-window-'))
    try {
      await fillServer(join(folder, 'server'), ROWS)
      const server = await startReviewServer({ folder: join(folder, 'server') })
      const desk = await launchDesk({ serverUrl: server.url, machine: join(folder, 'machine') })
      try {
        recordFigures(record, await watchFirstExchange(desk))
      } finally {
        await desk.close()
        await server.stop()
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

interface FirstExchange extends Watched {
  /** When the queue was on the screen and when it was whole, on the clock of the window. */
  readonly shownAt: number
  readonly wholeAt: number
}

async function watchFirstExchange({ page }: DeskApplication): Promise<FirstExchange> {
  const told = await watchTasks(page)
  const now = (): Promise<number> => page.evaluate(() => performance.now())
  await signInPage(page).submit(TEAM.chen.username, TEAM.chen.password)
  await page.getByTestId('person').waitFor({ timeout: LIMIT_MS })
  await queuePage(page).showView('all')
  const shownAt = await now()
  await queuePage(page)
    .count.filter({ hasText: String(ROWS) })
    .waitFor({ timeout: LIMIT_MS })
  return { ...(await told()), shownAt, wholeAt: await now() }
}

function recordFigures(
  record: (measured: Measured) => void,
  { tasks, counts, shownAt, wholeAt }: FirstExchange,
): void {
  const during = tasks.filter(({ start }) => start >= shownAt && start <= wholeAt)
  const before = tasks.filter(({ start }) => start < shownAt)
  record({
    figure: `longest task of the window while ${ROWS} cases arrive`,
    unit: 'ms',
    ours: Math.max(0, ...during.map(({ took }) => took)),
    bounds: [{ of: 'ours', is: '<=', value: LONGEST_TASK_MS }],
  })
  record({
    figure: `tasks of ${LONGEST_TASK_MS} ms and more meanwhile`,
    unit: 'tasks',
    ours: during.length,
  })
  record({
    figure: 'longest task while the queue is put up',
    unit: 'ms',
    ours: Math.max(0, ...before.map(({ took }) => took)),
  })
  record({
    figure: 'numbers of cases shown on the way to all',
    unit: 'numbers',
    ours: counts.length,
    bounds: [{ of: 'ours', is: '>=', value: 3 }],
  })
  record({ figure: 'from the queue on the screen to the whole of it', unit: 'ms', ours: wholeAt - shownAt })
}
