import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

interface StepRecord {
  readonly name: string
  readonly ok: boolean
  readonly ms: number
  readonly details: string
  readonly screenshot: string | null
}

/** Tells the story step by step on the console, takes its pictures and keeps its summary. */
export function createStoryRecorder(output: string) {
  const steps: StepRecord[] = []
  const started = performance.now()
  let pictures = 0

  return {
    /**
     * Runs a step; what it answers is told behind its name. A step that fails ends the story: the next ones stand on
     * it. `picture` names the screenshot that is taken after it, or when it failed.
     */
    async step(
      name: string,
      options: { page?: Page; picture?: string },
      run: () => Promise<string>,
    ): Promise<void> {
      const begun = performance.now()
      try {
        const details = await run()
        await this.record(name, true, begun, details, options)
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        await this.record(name, false, begun, message, { ...options, picture: options.picture ?? 'failed' })
        throw new StoryEnded(name, { cause: error })
      }
    },
    async record(
      name: string,
      ok: boolean,
      begun: number,
      details: string,
      { page, picture }: { page?: Page; picture?: string },
    ): Promise<void> {
      const screenshot =
        page && picture !== undefined ? await takePicture(page, picture, (pictures += 1)) : null
      const ms = Math.round(performance.now() - begun)
      steps.push({ name, ok, ms, details, screenshot })
      const seconds = (ms / 1000).toFixed(1).padStart(5)
      process.stdout.write(
        `${ok ? '完成' : '失败'} ${seconds} s  ${name}${details === '' ? '' : `：${details}`}\n`,
      )
    },
    isComplete: () => steps.length > 0 && steps.every(({ ok }) => ok),
    async writeSummary(facts: Readonly<Record<string, unknown>>): Promise<void> {
      const ok = steps.length > 0 && steps.every((step) => step.ok)
      const summary = { ok, ms: Math.round(performance.now() - started), ...facts, steps }
      await writeFile(join(output, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
    },
  }

  async function takePicture(page: Page, name: string, number: number): Promise<string | null> {
    const file = `${String(number).padStart(2, '0')}-${name}.png`
    try {
      await page.screenshot({ path: join(output, file) })
      return file
    } catch {
      // The window is gone; the step's own message says why.
      return null
    }
  }
}
export type StoryRecorder = ReturnType<typeof createStoryRecorder>

/** A step failed; it is recorded already. */
export class StoryEnded extends Error {
  override readonly name = 'StoryEnded'
}
