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

/** One filing under the eyes of one reviewer: measured, marked, returned, and compared with what comes back. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'viewer' })

const MACHINE = 'viewer'
const NOTE = '编号第三位模糊'
const now = Date.now()
const plan = { filingType: 'first-filing', nature: 'enterprise', province: '330000', seed: 'viewer' } as const
let desk: DeskApplication
let supervisor: ServerClient
let sent: SentBundle

test.beforeAll(async ({ office }) => {
  sent = await sendBundle(office.server, {
    ...plan,
    defects: ['invalid-id-number'],
    pictures: 'full',
    submittedAt: submittedDaysAgo(11, now),
  })
  supervisor = await connectToServer(office.server.url, TEAM.zhou)
  desk = await office.openDesk(MACHINE)
  await signInPage(desk.page).signIn(TEAM.chen)
  expect(await queuePage(desk.page).drawNext()).toBe(sent.made.bundle.orderNumber)
  await casePage(desk.page).expectPictureDrawn(1)
})

test('a picture that is shown differently says so until it is put back', async () => {
  const { page } = desk
  const badge = page.getByTestId('look-badge')
  await expect(badge).toHaveCount(0)
  await page.keyboard.press(']')
  await page.keyboard.press('i')
  await expect(badge).toContainText('非原图显示亮度 110% · 反色')
  await expect(page.getByTestId('pane-1').locator('.stage canvas').first()).toHaveCSS(
    'filter',
    'brightness(1.1) invert(1)',
  )
  await page.keyboard.press('x')
  await expect(badge).toHaveCount(0)
})

test('the ruler reads pixels of the original, the same when the picture is turned', async () => {
  const { page } = desk
  const reading = page.getByTestId('ruler-reading')
  await page.keyboard.press('m')
  await page.keyboard.press('Enter')
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('ArrowRight')
  }
  await page.keyboard.press('Enter')
  await expect(reading).toContainText(/[1-9]\d* 像素 · 倾斜 0\.0°/)
  const before = /\d+ 像素/.exec(await reading.innerText())?.[0] ?? ''
  await page.keyboard.press('r')
  await expect(reading).toContainText('倾斜 90.0°')
  await expect(reading).toContainText(before)
  await reading.getByRole('combobox').selectOption({ label: 'A4 短边 210 mm' })
  await expect(reading).toContainText('210.0 mm')
  await page.keyboard.press('Escape')
  await expect(reading).toHaveCount(0)
  for (let turn = 0; turn < 3; turn += 1) {
    await page.keyboard.press('r')
  }
})

test('a pin is still there after a power cut, and goes with the decision', async ({ office }) => {
  await desk.page.keyboard.press('p')
  await desk.page.keyboard.press('Enter')
  await desk.page.keyboard.type(NOTE)
  await expect(deskFrame(desk.page).saved).toHaveText('已保存在本机')
  await desk.kill()

  desk = await office.openDesk(MACHINE)
  await signInPage(desk.page).signIn(TEAM.chen)
  await queuePage(desk.page).open(sent.made.bundle.orderNumber)
  const review = casePage(desk.page)
  await review.expectPictureDrawn(1)
  await expect(desk.page.getByTestId('pin-row')).toContainText(NOTE)
  await desk.page.keyboard.press('q')
  const editor = desk.page.getByTestId('pin-editor')
  await expect(editor.getByRole('textbox')).toHaveValue(NOTE)
  await editor.getByTestId('pin-reason').click()
  await desk.page.keyboard.press('Escape')
  await expect(editor).toHaveCount(0)

  const composer = await review.openReturn()
  // The pin's came before those that the faults bring.
  const reason = composer.reasons.first()
  await expect(reason.getByLabel('问题')).toHaveValue(NOTE)
  await reason.getByLabel('修改建议').fill('请重新拍摄')
  await review.confirm()
  await review.expectAcknowledged()
  const { decisions } = await supervisor.readCase(sent.accepted.caseId)
  expect(decisions[0]?.decision.pins).toMatchObject([{ number: 1, note: NOTE }])
  expect(decisions[0]?.decision.reasons).toContainEqual(
    expect.objectContaining({ problem: NOTE, advice: '请重新拍摄' }),
  )
})

test('what was uploaded anew is compared under a divider and by turns', async ({ office }) => {
  await sendBundle(office.server, {
    ...plan,
    pictures: 'full',
    round: 2,
    submittedAt: submittedDaysAgo(0, now),
  })
  await expect.poll(async () => (await supervisor.rowOf(sent.made.bundle.orderNumber)).round).toBe(2)
  const { page } = desk
  await deskFrame(page).goTo('队列')
  const queue = queuePage(page)
  await queue.showView('all')
  await expect(queue.row(sent.made.bundle.orderNumber)).toContainText('待初审 · 2')
  await queue.draw(sent.made.bundle.orderNumber)
  const replaced = page.locator('[data-testid="document-thumb"][data-change="replaced"]').first()
  await replaced.click()
  await page.keyboard.press('s')
  await casePage(page).expectPictureDrawn(1)
  const divider = page.getByTestId('swipe-divider')
  await expect(divider).toHaveAttribute('aria-valuenow', '50')
  const stage = page.getByTestId('pane-1').locator('.stage')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await expect(divider).toHaveAttribute('aria-valuenow', '58')

  await page.keyboard.press('b')
  await expect(page.getByTestId('blink-shown')).toHaveText('现为第 2 轮')
  const later = await stage.screenshot()
  await page.keyboard.press('b')
  await expect(page.getByTestId('blink-shown')).toHaveText('现为第 1 轮')
  await expect.poll(async () => later.equals(await stage.screenshot())).toBe(false)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('compare-bar')).toHaveCount(0)
})
