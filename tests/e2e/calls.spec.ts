import { expect } from '@playwright/test'
import { sendBundle, submittedDaysAgo } from '../helpers/e2e/bundles'
import { test } from '../helpers/e2e/deskTest'
import type { DeskApplication } from '../helpers/e2e/launchDesk'
import { openedOutside } from '../helpers/e2e/openedOutside'
import { callsPage } from '../helpers/e2e/pages/callsPage'
import { casePage } from '../helpers/e2e/pages/casePage'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { connectToServer, type ServerClient } from '../helpers/e2e/serverClient'
import { TEAM } from '../helpers/e2e/team'
import { chinaDate, addDays } from '../../shared/calendar/chinaTime'
import { currentRound } from '../../shared/protocol/case'

/** An applicant is telephoned without a network, and the machine loses power in the middle of a note. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'calls' })

const NOTE = '本人在外地，明天上午再联系'
const MACHINE = 'calls'
const now = Date.now()
const callBackAt = `${addDays(chinaDate(now), 1)}T10:00`
let desk: DeskApplication
let supervisor: ServerClient
let order: string

test.beforeAll(async ({ office }) => {
  await sendBundle(office.server, {
    seed: 'calls-1',
    filingType: 'first-filing',
    nature: 'enterprise',
    province: '440000',
    submittedAt: submittedDaysAgo(1, now),
  })
  supervisor = await connectToServer(office.server.url, TEAM.zhou)
  desk = await office.openDesk(MACHINE)
  await signInPage(desk.page).signIn(TEAM.chen)
  await expect(deskFrame(desk.page).connection).toHaveText('在线')
})

test('a case with something not in order is on the list, with its points', async ({ office }) => {
  order = await queuePage(desk.page).drawNext()
  await expect(casePage(desk.page).lines.first()).toBeVisible()
  await desk.page.keyboard.press('ArrowDown')
  await desk.page.keyboard.press('2')
  await expect(deskFrame(desk.page).saved).toHaveText('已保存在本机')
  office.cable.cut()
  await expect(deskFrame(desk.page).connection).toHaveText(/离线，自/)
  await deskFrame(desk.page).goTo('回访')
  const calls = callsPage(desk.page)
  await expect(calls.row(order)).toContainText('有问题待澄清')
  await calls.open(order)
  await expect(calls.points.first()).toBeVisible()
})

test('the number is masked until it is dialled, and a note outlives a power cut', async ({ office }) => {
  const calls = callsPage(desk.page)
  const number = currentRound(await supervisor.readCase((await supervisor.rowOf(order)).id)).application
    .entity.principal.mobile
  await expect(calls.contacts.first()).toContainText('****')
  await expect(calls.contacts.first()).not.toContainText(number)
  await calls.contacts.first().getByTestId('dial').click()
  await expect(calls.dialled).toContainText(number)
  await expect.poll(() => openedOutside(office.machine(MACHINE))).toEqual([`tel:+86${number}`])
  await calls.writeDown(NOTE)
  await desk.kill()

  desk = await office.openDesk(MACHINE)
  await signInPage(desk.page).signIn(TEAM.chen)
  await deskFrame(desk.page).goTo('回访')
  const again = callsPage(desk.page)
  await expect(again.row(order)).toContainText('有未登记的通话')
  await again.open(order)
  await expect(again.note).toHaveValue(NOTE)
})

test('the call is recorded with its call-back, and the message after it lets nothing slip', async () => {
  const calls = callsPage(desk.page)
  await calls.points.first().getByRole('checkbox').check()
  await calls.record('reached', callBackAt)
  await expect(deskFrame(desk.page).toSend).toHaveText('1 项待发送')
  await expect(calls.history).toContainText(['待发送'])
  await expect(calls.later).toBeVisible()
  await expect(calls.row(order)).toContainText('约定回电')

  await expect(calls.message).toHaveValue(new RegExp(`${order}[^]*${callBackAt.replace('T', ' ')}`, 'u'))
  await expect(calls.copy).toBeEnabled()
  const text = await calls.message.inputValue()
  await calls.message.fill(`${text}\n${NOTE}`)
  await expect(calls.leaks).toContainText('含内部备注')
  await expect(calls.copy).toBeDisabled()
  await calls.message.fill(text)
  await calls.copy.click()
  await expect(desk.page.getByText('已复制，一分钟后从剪贴板清除')).toBeVisible()
})

test('who calls is told by the number, and the Enter that chooses a word asks nothing', async () => {
  const calls = callsPage(desk.page)
  const input = await desk.page.context().newCDPSession(desk.page)
  await calls.caller.focus()
  await input.send('Input.imeSetComposition', { text: '一三八', selectionStart: 3, selectionEnd: 3 })
  await desk.page.keyboard.press('Enter')
  await expect(calls.matches).toBeHidden()
  await input.send('Input.insertText', { text: '一三八' })
  await expect(calls.caller).toHaveValue('一三八')
  await calls.caller.fill('12345')
  // For a moment after a composition an Enter still belongs to it; no person is as quick as this test.
  await expect(async () => {
    await calls.caller.press('Enter')
    await expect(calls.matches).toContainText('没有此号码', { timeout: 1000 })
  }).toPass()
  const { principal } = currentRound(await supervisor.readCase((await supervisor.rowOf(order)).id))
    .application.entity
  await calls.caller.fill(`+86 ${principal.mobile}`)
  await calls.caller.press('Enter')
  await expect(calls.matches).toContainText(order)
})

test('the call arrives once when the cable is back, and stands on the timeline', async ({ office }) => {
  office.cable.restore()
  await deskFrame(desk.page).syncNow()
  await deskFrame(desk.page).expectAllSent()
  const { calls, timeline, version } = await supervisor.readCase((await supervisor.rowOf(order)).id)
  expect(calls).toMatchObject([{ call: { outcome: 'reached', note: NOTE }, by: { displayName: '陈静' } }])
  expect(timeline.filter(({ kind }) => kind === 'called')).toHaveLength(1)
  expect(version).toBe(1)
  await expect(callsPage(desk.page).row(order)).toContainText('约定回电')
})
