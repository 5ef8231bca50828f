import { mkdir } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { launchDesk, type DeskApplication } from '../../tests/helpers/e2e/launchDesk'
import { layNetworkCable } from '../../tests/helpers/e2e/networkCable'
import { readDemoFilings } from './demoFilings'
import { readDemoSettings, type DemoSettings } from './demoSettings'
import { tellReviewerStory } from './reviewerStory'
import { createStoryRecorder, StoryEnded, type StoryRecorder } from './storyRecorder'
import { tellSupervisorStory } from './supervisorStory'

/** Shows the main job on the real application: `npm run demo`. Leaves pictures, a package and a summary. */
async function main(): Promise<void> {
  const settings = await readDemoSettings(process.env)
  await mkdir(settings.output, { recursive: true })
  const story = createStoryRecorder(settings.output)
  const facts: Record<string, unknown> = { runtime: settings.runtime, node: process.version }
  try {
    await tell(settings, story, facts)
  } catch (error) {
    if (!(error instanceof StoryEnded)) {
      throw error
    }
  } finally {
    await story.writeSummary(facts)
  }
  process.exitCode = story.isComplete() ? 0 : 1
}

async function tell(
  settings: DemoSettings,
  story: StoryRecorder,
  facts: Record<string, unknown>,
): Promise<void> {
  const { serverUrl, intakeToken, machine, output, reviewer, supervisor } = settings
  const filings = await readDemoFilings(settings.bundles)
  // Between workstation and server, so that the network can fail when the story wants it to.
  const cable = await layNetworkCable(serverUrl)
  let desk: DeskApplication | null = null
  try {
    await story.step('启动工作台', {}, async () => {
      desk = await launchDesk({ serverUrl: cable.url, machine })
      return settings.runtime
    })
    const opened = requireOpen(desk)
    const { page } = opened
    const pageErrors: string[] = []
    page.on('pageerror', ({ message }) => pageErrors.push(message))
    facts['versions'] = await opened.app.evaluate(({ app }) => ({
      application: app.getVersion(),
      electron: process.versions['electron'],
      chromium: process.versions['chrome'],
      node: process.versions.node,
    }))
    const intake = { serverUrl, intakeToken }
    const passed = await tellReviewerStory({ page, cable, story, filings, reviewer, intake })
    facts['package'] = await tellSupervisorStory({ desk: opened, story, supervisor, output }, passed)
    await story.step('界面与日志没有错误', {}, () => {
      expect(pageErrors).toEqual([])
      expect(opened.output()).not.toContain('"scope"')
      return Promise.resolve('')
    })
  } finally {
    await closeIfOpen(desk)
    await cable.close()
  }
}

/** TypeScript cannot see that a step has assigned it. */
function requireOpen(desk: DeskApplication | null): DeskApplication {
  if (!desk) {
    throw new Error('The workstation is not open')
  }
  return desk
}

async function closeIfOpen(desk: DeskApplication | null): Promise<void> {
  await desk?.close()
}

await main()
