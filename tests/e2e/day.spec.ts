import { expect } from '@playwright/test'
import { sendBundle } from '../helpers/e2e/bundles'
import { test } from '../helpers/e2e/deskTest'
import type { DeskApplication } from '../helpers/e2e/launchDesk'
import { shownNotifications, watchNotifications } from '../helpers/e2e/notifications'
import { dayMenu } from '../helpers/e2e/pages/dayMenu'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { connectToServer, type ServerClient } from '../helpers/e2e/serverClient'
import { TEAM } from '../helpers/e2e/team'

/** A reviewer's day: a shift, a supervisor who takes a case, quiet mode, and words for whoever comes next. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'day' })

const NOTE = '申请人下午才方便接电话，域名证书已催'
let desk: DeskApplication
let supervisor: ServerClient
let taken: string
let left: string

test.beforeAll(async ({ office }) => {
  for (const seed of ['day-1', 'day-2']) {
    await sendBundle(office.server, { seed, filingType: 'first-filing', province: '440000' })
  }
  supervisor = await connectToServer(office.server.url, TEAM.zhou)
  desk = await office.openDesk('day')
  await watchNotifications(desk)
  await signInPage(desk.page).signIn(TEAM.chen)
  await expect(deskFrame(desk.page).connection).toHaveText('在线')
})

async function takeAway(order: string): Promise<void> {
  const { id, holder } = await supervisor.rowOf(order)
  await supervisor.breakHold(id, holder?.userId ?? '')
}

test('a shift begins when the person says so', async () => {
  await expect(dayMenu(desk.page).menu).toContainText('未上班')
  await dayMenu(desk.page).choose('shift-start')
  await expect(dayMenu(desk.page).menu).toContainText('上班中')
})

test('a case that a supervisor takes is told once, when it is not quiet any more, without a word about the case', async () => {
  await dayMenu(desk.page).choose('quiet-30')
  taken = await queuePage(desk.page).drawNext()
  await takeAway(taken)
  await deskFrame(desk.page).syncNow()
  await deskFrame(desk.page).goTo('队列')
  await queuePage(desk.page).select(taken)
  await expect(queuePage(desk.page).preview).toContainText('无人占用')
  expect(await shownNotifications(desk)).toEqual([])

  await dayMenu(desk.page).choose('quiet-off')
  await expect
    .poll(() => shownNotifications(desk))
    .toEqual(['备案审核工作台: 1 件在手案件已被主管收回或转交'])
})

test('the end of the shift asks for words about what is in hand', async () => {
  left = await queuePage(desk.page).drawNext()
  await dayMenu(desk.page).choose('shift-end')
  const menu = dayMenu(desk.page)
  await expect(menu.inHand).toHaveCount(1)
  await expect(menu.inHand).toContainText(left)
  await expect(menu.inHand).toContainText('尚未开始核对')
  await menu.endWithNote(NOTE)
  await expect(menu.menu).toContainText('已下班')
  await deskFrame(desk.page).expectAllSent()
})

test('whoever has the case next reads them first', async ({ office }) => {
  await takeAway(left)
  const next = await office.openDesk('next')
  await signInPage(next.page).signIn(TEAM.liu)
  await queuePage(next.page).draw(left)
  const note = next.page.getByTestId('hand-over-note')
  await expect(note).toContainText(`${TEAM.chen.displayName} 的交接备注`)
  await expect(note).toContainText(NOTE)
  expect(await shownNotifications(desk)).toHaveLength(1)
})
