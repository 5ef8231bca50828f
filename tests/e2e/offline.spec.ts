import { expect } from '@playwright/test'
import { sendBundle, submittedDaysAgo } from '../helpers/e2e/bundles'
import { test } from '../helpers/e2e/deskTest'
import type { DeskApplication } from '../helpers/e2e/launchDesk'
import { casePage } from '../helpers/e2e/pages/casePage'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { connectToServer, type ServerClient } from '../helpers/e2e/serverClient'
import { TEAM } from '../helpers/e2e/team'

/** The cable is pulled, the machine loses power, the cable comes back. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'offline' })

const now = Date.now()
const NOTE = '已致电核实，等待回电'
const MACHINE = 'offline'
let desk: DeskApplication
let supervisor: ServerClient
let first: string
let second: string

test.beforeAll(async ({ office }) => {
  for (let seed = 1; seed <= 6; seed += 1) {
    await sendBundle(office.server, {
      seed: `offline-${String(seed)}`,
      filingType: 'first-filing',
      province: '440000',
      submittedAt: submittedDaysAgo(1, now),
    })
  }
  supervisor = await connectToServer(office.server.url, TEAM.zhou)
  desk = await office.openDesk(MACHINE)
  await signInPage(desk.page).signIn(TEAM.chen)
  await deskFrame(desk.page).expectAllExamined()
})

test('the status bar says since when there is no connection', async ({ office }) => {
  const frame = deskFrame(desk.page)
  await expect(frame.connection).toHaveText('在线')
  office.cable.cut()
  await expect(frame.connection).toHaveText(/离线，自 \d\d:\d\d 起/)
})

test('without a network a reserved case is drawn, shown and decided, and another one drawn', async () => {
  const frame = deskFrame(desk.page)
  const review = casePage(desk.page)
  first = await queuePage(desk.page).drawNext()
  await review.expectPictureDrawn(1)
  await review.tickAllByKeyboard()
  await review.passByKeyboard()
  await expect(frame.toSend).toHaveText('1 项待发送')
  await expect(review.decided).toContainText('已保存在本机')

  second = await review.drawNext()
  const composer = await review.openReturn()
  await composer.addByHand('域名证书看不清', '请上传清晰的域名证书')
  await expect(frame.saved).toHaveText('已保存在本机')
  expect((await supervisor.rowOf(first)).state).toBe('pending-review')
})

test('after a power cut the work is there: sign-in, drafts and decisions without a network', async ({
  office,
}) => {
  await desk.kill()
  desk = await office.openDesk(MACHINE)
  const signIn = signInPage(desk.page)
  await signIn.submit('chen', 'wrong password')
  await expect(signIn.failure).toContainText('用户名或密码不正确')
  await signIn.submit('liu', TEAM.liu.password)
  await expect(signIn.failure).toContainText('此用户未在本机登录过')
  await signIn.signIn(TEAM.chen)

  const frame = deskFrame(desk.page)
  const queue = queuePage(desk.page)
  await expect(frame.connection).toHaveText(/离线，自/)
  await expect(frame.toSend).toHaveText('1 项待发送')
  await queue.showView('mine')
  await expect(queue.row(first)).toContainText('通过，待发送')
  await queue.open(second)
  const review = casePage(desk.page)
  await review.expectPictureDrawn(1)
  const composer = await review.openReturn()
  await expect(composer.reasons.filter({ hasText: '问题' }).last().getByLabel('问题')).toHaveValue(
    '域名证书看不清',
  )
  await review.confirm()
  await expect(frame.toSend).toHaveText('2 项待发送')
  expect(await review.drawNext()).not.toBe(second)
  await review.escalateBecause(NOTE)
  await expect(frame.toSend).toHaveText('3 项待发送')
})

test('what was done meanwhile arrives exactly once when the cable is back', async ({ office }) => {
  const frame = deskFrame(desk.page)
  const third = await casePage(desk.page).order.innerText()
  office.cable.restore()
  await frame.syncNow()
  await frame.expectAllSent()
  await expect(frame.refused).toBeHidden()
  const verdicts = { [first]: 'pass', [second]: 'return', [third]: 'escalate' }
  for (const [order, verdict] of Object.entries(verdicts)) {
    const { decisions } = await supervisor.readCase((await supervisor.rowOf(order)).id)
    expect(decisions.map(({ decision }) => decision.verdict)).toEqual([verdict])
    expect(decisions[0]?.decidedBy.displayName).toBe(TEAM.chen.displayName)
  }
  const escalated = await supervisor.readCase((await supervisor.rowOf(third)).id)
  expect(escalated.decisions[0]?.decision.internalNote).toBe(NOTE)
})

test('two reviewers who draw at the same time never get the same case', async ({ office }) => {
  const other = await office.openDesk('second')
  for (let seed = 1; seed <= 4; seed += 1) {
    await sendBundle(office.server, {
      seed: `both-${String(seed)}`,
      submittedAt: submittedDaysAgo(1, now),
    })
  }
  await signInPage(other.page).signIn(TEAM.liu)
  await expect(deskFrame(other.page).connection).toHaveText('在线')
  await deskFrame(desk.page).goTo('队列')
  const drawn = await Promise.all([queuePage(desk.page).drawNext(), queuePage(other.page).drawNext()])
  expect(new Set(drawn).size).toBe(2)
  await expect
    .poll(async () => Promise.all(drawn.map(async (order) => (await supervisor.rowOf(order)).holder)))
    .toMatchObject([
      { displayName: '陈静', kind: 'hold' },
      { displayName: '刘洋', kind: 'hold' },
    ])

  await deskFrame(other.page).goTo('队列')
  const queue = queuePage(other.page)
  await queue.showView('all')
  await queue.select(drawn[0])
  await expect(queue.preview).toContainText('陈静')
  await expect(queue.preview).toContainText('同事正在占用，完整资料只对占用人开放。')
})
