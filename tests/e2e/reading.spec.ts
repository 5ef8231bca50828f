import { expect } from '@playwright/test'
import { sendBundle, submittedDaysAgo, type SentBundle } from '../helpers/e2e/bundles'
import { test } from '../helpers/e2e/deskTest'
import type { DeskApplication } from '../helpers/e2e/launchDesk'
import { casePage } from '../helpers/e2e/pages/casePage'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { TEAM } from '../helpers/e2e/team'

/** The papers of one filing are read on this machine; one card is somebody else's. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'reading' })

/** Eight papers, a second or two each on a quiet machine. */
const READING_MS = 120_000
let desk: DeskApplication
let sent: SentBundle

test.beforeAll(async ({ office }) => {
  sent = await sendBundle(office.server, {
    filingType: 'first-filing',
    nature: 'enterprise',
    province: '330000',
    seed: 'reading',
    defects: ['other-person-card'],
    pictures: 'full',
    submittedAt: submittedDaysAgo(11, Date.now()),
  })
  desk = await office.openDesk('reading')
  await signInPage(desk.page).signIn(TEAM.chen)
  expect(await queuePage(desk.page).drawNext()).toBe(sent.made.bundle.orderNumber)
  await casePage(desk.page).expectPictureDrawn(1)
  await desk.page.getByRole('tab', { name: '证件比对' }).click()
})

test('what agrees, what differs and where it stands is shown', async () => {
  const { page } = desk
  const matching = page.getByTestId('matching')
  await expect(matching.getByText('正在识别证件文字…')).toHaveCount(0, { timeout: READING_MS })
  const company = matching.locator('[data-fact=company] [data-testid=matching-cell]').first()
  await expect(company).toHaveAttribute('data-match', 'same')
  await expect(matching.locator('[data-match=different]').first()).toBeVisible()
  await company.getByRole('button', { name: '在图上查看：主体证件 名称' }).click()
  await expect(page.getByTestId('pointed-place').first()).toBeVisible()
})

test('a reading that a person puts right stays right after a power cut, and what was read stays beside it', async ({
  office,
}) => {
  const { name } = sent.made.bundle.application.entity.principal
  const wrong = (page: DeskApplication['page']) =>
    page.getByTestId('matching').locator('[data-fact=name] [data-testid=matching-cell]').first()
  await expect(wrong(desk.page)).toHaveAttribute('data-match', 'different')
  const read = await wrong(desk.page).locator('.value').innerText()
  await wrong(desk.page).getByRole('button', { name: '更正识别结果' }).click()
  const field = desk.page.getByLabel('更正为')
  await field.fill(name)
  await field.press('Enter')
  await expect(wrong(desk.page)).toHaveAttribute('data-match', 'same')
  await expect(wrong(desk.page)).toContainText(`人工更正，原读 ${read}`)
  await expect(deskFrame(desk.page).saved).toHaveText('已保存在本机')
  await desk.kill()
  desk = await office.openDesk('reading')
  await signInPage(desk.page).signIn(TEAM.chen)
  await queuePage(desk.page).open(sent.made.bundle.orderNumber)
  await desk.page.getByRole('tab', { name: '证件比对' }).click()
  await expect(wrong(desk.page)).toContainText(`人工更正，原读 ${read}`)
})
