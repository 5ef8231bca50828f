import type { Page } from '@playwright/test'

/** A task of the window's own thread in which nothing else could happen. Milliseconds since the page began. */
interface LongTask {
  readonly start: number
  readonly took: number
}

/** What the window did while it was watched. */
export interface Watched {
  /** Tasks of 50 ms or more: shorter ones the browser does not tell. */
  readonly tasks: readonly LongTask[]
  /** Each number of rows that the queue has shown, in the order in which they were shown. */
  readonly counts: readonly string[]
}

interface Watch {
  readonly tasks: LongTask[]
  readonly counts: string[]
}

/** Begins to watch: from now on each long task and each number of rows on the screen is written down in the page. */
export async function watchTasks(page: Page): Promise<() => Promise<Watched>> {
  const watch = await page.evaluateHandle((): Watch => {
    const watched: Watch = { tasks: [], counts: [] }
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        watched.tasks.push({ start: startTime, took: duration })
      }
    }).observe({ entryTypes: ['longtask'] })
    new MutationObserver(() => {
      const shown = document.querySelector('[data-testid="queue-count"]')?.textContent.trim() ?? ''
      if (shown !== '' && shown !== watched.counts.at(-1)) {
        watched.counts.push(shown)
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
    return watched
  })
  return () => watch.jsonValue()
}
