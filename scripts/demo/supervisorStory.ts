import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { DeskApplication } from '../../tests/helpers/e2e/launchDesk'
import { deskFrame } from '../../tests/helpers/e2e/pages/deskFrame'
import { chooseInDialog } from '../../tests/helpers/e2e/fileDialog'
import { packagesPage } from '../../tests/helpers/e2e/pages/packagesPage'
import { signInPage } from '../../tests/helpers/e2e/pages/signInPage'
import { verifyPackage } from './commands'
import type { DemoAccount } from './demoSettings'
import type { StoryRecorder } from './storyRecorder'

interface Scene {
  readonly desk: DeskApplication
  readonly story: StoryRecorder
  readonly supervisor: DemoAccount
  /** Where the package goes. */
  readonly output: string
}

/** The supervisor hands a passed case over. Answers the package's file name and what the verifier said. */
export async function tellSupervisorStory(
  { desk, story, supervisor, output }: Scene,
  orderNumber: string,
): Promise<{ readonly fileName: string; readonly verified: string }> {
  const { page } = desk
  const frame = deskFrame(page)
  const packages = packagesPage(page)
  let fileName = ''
  let verified = ''

  await story.step(`换班：主管${supervisor.displayName}登录`, {}, async () => {
    await frame.signOut()
    await signInPage(page).signIn(supervisor)
    await expect(frame.connection).toHaveText('在线', { timeout: 30_000 })
    return ''
  })
  await story.step('导出提交包', { page, picture: 'package' }, async () => {
    await chooseInDialog(desk, output)
    await frame.goTo('提交包')
    await packages.chooseFolder.click()
    await expect(packages.folder).toHaveText(output)
    fileName = await packages.export(orderNumber)
    return fileName
  })
  await story.step('用独立命令校验提交包', {}, async () => {
    verified = await verifyPackage(join(output, fileName))
    return `校验通过，${verified.split('\n').at(-1)?.trim() ?? ''}`
  })
  await story.step('登记已提交管局', { page, picture: 'submitted' }, async () => {
    await packages.recordSubmission(orderNumber)
    await frame.expectAllSent()
    return orderNumber
  })
  return { fileName, verified }
}
