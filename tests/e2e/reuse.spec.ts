import { expect } from '@playwright/test'
import sharp from 'sharp'
import { submittedDaysAgo } from '../helpers/e2e/bundles'
import { test } from '../helpers/e2e/deskTest'
import type { DeskApplication } from '../helpers/e2e/launchDesk'
import { casePage } from '../helpers/e2e/pages/casePage'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { TEAM } from '../helpers/e2e/team'
import { makeBundle, zipBundle, type MadeBundle, type SpecimenOptions } from '../specimens/index'

/** Two filings of different entities; the second brings a copy of the first one's card and uses its telephone. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'reuse' })

/** Fetching, examining and searching on a machine that does more. */
const FOUND_MS = 120_000
const FIRST: SpecimenOptions = {
  seed: 'reuse-e2e-first',
  filingType: 'first-filing',
  nature: 'enterprise',
  province: '330000',
  pictures: 'full',
}
let desk: DeskApplication
let first: MadeBundle
let second: MadeBundle

const portraitOf = ({ bundle }: MadeBundle) => {
  const found = bundle.documents.find(({ kind, face }) => kind === 'resident-id' && face === 'portrait')
  if (found === undefined) {
    throw new Error('The filing has no identity card')
  }
  return found
}

test.beforeAll(async ({ office }) => {
  first = await makeBundle({ ...FIRST, submittedAt: submittedDaysAgo(12, Date.now()) })
  const made = await makeBundle({
    ...FIRST,
    seed: 'reuse-e2e-second',
    defects: ['phone-used-elsewhere'],
    borrowsFrom: FIRST,
    submittedAt: submittedDaysAgo(2, Date.now()),
  })
  const card = first.files.get(portraitOf(first).file) ?? new Uint8Array(0)
  const copy = await sharp(card).resize(1100).jpeg({ quality: 68 }).toBuffer()
  second = { ...made, files: new Map([...made.files, [portraitOf(made).file, copy]]) }
  for (const filing of [first, second]) {
    expect((await office.server.receive(zipBundle(filing))).outcome).toBe('accepted')
  }
  desk = await office.openDesk('reuse')
  await signInPage(desk.page).signIn(TEAM.chen)
  await queuePage(desk.page).draw(first.bundle.orderNumber)
  await openPanel()
  // The server knows the first one's pictures once they were searched for.
  await expect(pictureOf(first)).toHaveAttribute('data-state', 'none', { timeout: FOUND_MS })
})

async function openPanel(): Promise<void> {
  await casePage(desk.page).expectPictureDrawn(1)
  await desk.page.getByRole('tab', { name: '复用' }).click()
}

const pictureOf = (filing: MadeBundle) =>
  desk.page.locator(`[data-testid=reuse-picture][data-document="${portraitOf(filing).id}"]`)

test("a copy of another applicant's card and their telephone are found, with how near they are", async () => {
  const { page } = desk
  await deskFrame(page).goTo('队列')
  await queuePage(page).draw(second.bundle.orderNumber)
  await openPanel()
  const picture = pictureOf(second)
  await expect(picture).toHaveAttribute('data-state', 'found', { timeout: FOUND_MS })
  const hit = picture.getByTestId('reuse-hit')
  await expect(hit).toHaveAttribute('data-relation', 'other')
  await expect(hit).toContainText(first.bundle.orderNumber)
  await expect(hit).toContainText(/图片近似（差异 \d+\/1024）/)
  const phone = page.locator('[data-testid=reuse-value][data-kind=phone][data-state=found]').first()
  await expect(phone).toContainText(first.bundle.orderNumber)
  await expect(phone).not.toContainText(first.bundle.application.entity.principal.mobile)
})

test('both pictures are looked at side by side', async () => {
  const { page } = desk
  await pictureOf(second).getByRole('button', { name: '并排查看' }).click()
  const compare = page.getByTestId('reuse-compare')
  await expect(compare).toBeVisible()
  const widths = () =>
    compare
      .locator('img')
      .evaluateAll((images) =>
        images.map((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)),
      )
  await expect.poll(widths).toEqual([1100, 1560])
  await expect(compare.getByTestId('reuse-score')).toContainText('图片近似')
  await page.keyboard.press('Escape')
  await expect(compare).toBeHidden()
})

test('without a network it says that nothing was searched', async ({ office }) => {
  const { page } = desk
  office.cable.cut()
  await page.getByTestId('reuse').getByRole('button', { name: '重新查询' }).click()
  await expect(page.getByTestId('reuse-not-searched')).toHaveText('未查询（离线）')
  office.cable.restore()
  await deskFrame(page).syncNow()
  await expect(pictureOf(second)).toHaveAttribute('data-state', 'found', { timeout: FOUND_MS })
})
