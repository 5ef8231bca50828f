import { expect } from '@playwright/test'
import { sendBundle, submittedDaysAgo, type SentBundle } from '../helpers/e2e/bundles'
import { test } from '../helpers/e2e/deskTest'
import type { DeskApplication } from '../helpers/e2e/launchDesk'
import { casePage } from '../helpers/e2e/pages/casePage'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { connectToServer, type ServerClient } from '../helpers/e2e/serverClient'
import { TEAM } from '../helpers/e2e/team'

/** One filing through a return and back; each test begins where the one before has ended. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'resubmission' })

const now = Date.now()
const submittedAt = submittedDaysAgo(3, now)
const plan = {
  filingType: 'first-filing',
  nature: 'enterprise',
  province: '330000',
  seed: 'resubmitted',
  pictures: 'full',
  papersAt: submittedAt,
} as const

/** Lines about the service, which the correction leaves alone. */
const LOOKED_AT = ['national:illegal-content', 'national:no-opening-before-approval']

let desk: DeskApplication
let server: ServerClient
let sent: SentBundle

test.beforeAll(async ({ office }) => {
  // A wrong number in the form and a blurred paper: the correction changes a field and replaces a picture.
  sent = await sendBundle(office.server, { ...plan, defects: ['invalid-id-number', 'blurred'], submittedAt })
  server = await connectToServer(office.server.url, TEAM.zhou)
  desk = await office.openDesk('resubmission')
  await signInPage(desk.page).signIn(TEAM.chen)
})

test('a filing is returned with what was found and one reason by hand', async () => {
  const review = casePage(desk.page)
  await queuePage(desk.page).drawNext()
  await deskFrame(desk.page).expectAllExamined()
  await desk.page.getByText('只看待我处理').click()
  for (const id of LOOKED_AT) {
    await review.line(id).hover()
    await review.line(id).locator('[data-verdict="ok"]').click()
    await expect(review.line(id)).toHaveAttribute('data-answer', 'ok')
  }
  const composer = await review.openReturn()
  await composer.addByHand('通信地址没有门牌号', '请补充门牌号')
  await composer.reasons.last().getByLabel('字段或材料').selectOption('application.entity.mailingAddress')
  await review.confirm()
  await review.expectAcknowledged()
})

test('the next round opens with what changed and what became of each reason', async ({ office }) => {
  await sendBundle(office.server, { ...plan, submittedAt: submittedDaysAgo(1, now), round: 2 })
  const orderNumber = sent.made.bundle.orderNumber
  await expect.poll(async () => (await server.rowOf(orderNumber)).round).toBe(2)
  await deskFrame(desk.page).goTo('队列')
  const queue = queuePage(desk.page)
  await queue.showView('all')
  await expect(queue.row(orderNumber)).toContainText('待初审 · 2')
  await queue.draw(orderNumber)

  const panel = desk.page.getByTestId('round-changes')
  await expect(panel).toBeVisible()
  await expect(panel.getByTestId('changed-field').filter({ hasText: '证件号码' }).first()).toBeVisible()
  const findings = panel.getByTestId('earlier-finding')
  await expect(findings.filter({ hasText: '通信地址没有门牌号' })).toHaveAttribute('data-state', 'unchanged')
  await expect(findings.and(desk.page.locator('[data-state="fixed"]')).first()).toBeVisible()
})

test('the keys lead from change to change, and a replaced paper stands beside what it was', async () => {
  const { page } = desk
  const review = casePage(page)
  const replaced = page.locator('[data-testid="changed-document"][data-change="replaced"]')
  await expect(replaced.first()).toBeVisible()
  const changes = await page
    .locator(
      '[data-testid="earlier-finding"], [data-testid="changed-field"], [data-testid="changed-document"]',
    )
    .count()
  for (let step = 0; step < changes; step += 1) {
    await page.keyboard.press('.')
    if ((await replaced.first().getAttribute('aria-current')) === 'true') {
      break
    }
  }
  await expect(replaced.first()).toHaveAttribute('aria-current', 'true')
  await expect(review.pane(1)).toHaveAttribute('data-round', '1')
  await expect(review.pane(2)).toHaveAttribute('data-round', '2')
  await review.expectPictureDrawn(1)
  await review.expectPictureDrawn(2)
  await page.keyboard.press('v')
  await expect(review.pane(1)).toHaveAttribute('data-round', '2')
})

test('a reason that was not heeded goes into the next return with one key', async () => {
  const { page } = desk
  const stubborn = page.getByTestId('earlier-finding').filter({ hasText: '通信地址没有门牌号' })
  await stubborn.getByRole('button', { name: '再次退回' }).click()
  const composer = page.getByTestId('return-composer')
  const problems = composer.getByTestId('reason').getByLabel('问题')
  await expect
    .poll(() => problems.evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value)))
    .toContain('通信地址没有门牌号')
  await page.keyboard.press('Escape')
  await expect(stubborn.getByRole('button', { name: '已列入退回' })).toBeDisabled()
})

test('carried verdicts need no second look, and the server agrees', async () => {
  const { page } = desk
  const review = casePage(page)
  await page.keyboard.press('g')
  // All lines are shown, as in the round before: that choice stays from case to case.
  for (const id of LOOKED_AT) {
    await expect(review.line(id)).toHaveAttribute('data-carried', '1')
    await expect(review.line(id)).toHaveAttribute('data-answer', 'ok')
  }
  await review.tickAllByKeyboard()
  await review.passByKeyboard()
  await review.expectAcknowledged()
  const { decisions } = await server.readCase(sent.accepted.caseId)
  const lines = decisions.at(-1)?.decision.lines ?? []
  const carried = lines.filter(({ carriedFrom }) => carriedFrom === 1).map(({ lineId }) => lineId)
  expect(carried.toSorted()).toEqual(LOOKED_AT.toSorted())
})
