import { join } from 'node:path'
import { expect } from '@playwright/test'
import { sendBundle, submittedDaysAgo } from '../helpers/e2e/bundles'
import { test } from '../helpers/e2e/deskTest'
import { launchDesk, type DeskApplication } from '../helpers/e2e/launchDesk'
import { casePage } from '../helpers/e2e/pages/casePage'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { connectToServer } from '../helpers/e2e/serverClient'
import { TEAM } from '../helpers/e2e/team'

/** One reviewer's line is cut, a supervisor ends the hold, a colleague takes the case, and the first one comes back. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'late' })

const REASON = '域名证书看不清'
let late: DeskApplication
let present: DeskApplication
const apart: DeskApplication[] = []
let order: string

test.beforeAll(async ({ office }) => {
  await sendBundle(office.server, {
    seed: 'late-1',
    filingType: 'first-filing',
    province: '440000',
    submittedAt: submittedDaysAgo(1, Date.now()),
  })
  late = await office.openDesk('late')
  await signInPage(late.page).signIn(TEAM.chen)
  await deskFrame(late.page).expectAllExamined()
  order = await queuePage(late.page).drawNext()
})

test.afterAll(async () => {
  await Promise.all(apart.map((desk) => desk.close()))
})

test('a decision made without a network waits while somebody else takes the case over', async ({
  office,
}) => {
  await expect(deskFrame(late.page).connection).toHaveText('在线')
  office.cable.cut()
  await expect(deskFrame(late.page).connection).toHaveText(/离线/)
  const composer = await casePage(late.page).openReturn()
  await composer.addByHand(REASON, '请上传清晰的域名证书')
  await casePage(late.page).confirm()
  await expect(deskFrame(late.page).toSend).toHaveText('1 项待发送')

  const supervisor = await connectToServer(office.server.url, TEAM.zhou)
  const { id, holder } = await supervisor.rowOf(order)
  await supervisor.breakHold(id, holder?.userId ?? '')
  present = await launchDesk({ serverUrl: office.server.url, machine: join(office.folder, 'present') })
  apart.push(present)
  await signInPage(present.page).signIn(TEAM.liu)
  await deskFrame(present.page).expectAllExamined()
  expect(await queuePage(present.page).drawNext()).toBe(order)
  await expect(present.page.getByTestId('late-decision')).toHaveCount(0)
})

test('the late words stand beside the present work and are not applied', async ({ office }) => {
  office.cable.restore()
  const panel = present.page.getByTestId('late-decision')
  await expect(panel).toContainText(`${TEAM.chen.displayName} 的迟到决定：退回`, { timeout: 30_000 })
  await expect(panel).toContainText('到达时占用已结束')
  await panel.getByRole('button', { name: '查看差异' }).click()
  await expect(panel).toContainText(REASON)
  const supervisor = await connectToServer(office.server.url, TEAM.zhou)
  expect(await supervisor.rowOf(order)).toMatchObject({
    state: 'pending-review',
    holder: { displayName: TEAM.liu.displayName },
  })

  const frame = deskFrame(late.page)
  await expect(frame.refused).toHaveText('1 项被拒')
  await late.page.getByTestId('status-bar').click()
  const item = late.page.getByTestId('outbox-item')
  await expect(item).toHaveAttribute('data-state', 'refused')
  await expect(item.getByTestId('late-fate')).toContainText('已作为迟到决定留在订单旁')
  await item.getByRole('button', { name: '对照' }).click()
  await expect(item.getByTestId('refused-work')).toContainText(`${TEAM.liu.displayName} 占用中`)
})

test('taken over, they are in the draft of whoever has the case, and their author is told', async () => {
  await present.page.getByTestId('late-decision').getByRole('button', { name: '采用到我的草稿' }).click()
  await expect(present.page.getByTestId('late-decision')).toHaveCount(0)
  const composer = await casePage(present.page).openReturn()
  await expect(composer.reasons.filter({ hasText: '问题' }).last().getByLabel('问题')).toHaveValue(REASON)
  await expect(late.page.getByTestId('late-fate')).toContainText(`${TEAM.liu.displayName} 于`, {
    timeout: 30_000,
  })
  await expect(late.page.getByTestId('late-fate')).toContainText('采用了你的迟到决定')
})
