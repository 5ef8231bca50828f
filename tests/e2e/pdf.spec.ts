import { expect } from '@playwright/test'
import { sendBundle, submittedDaysAgo, type SentBundle } from '../helpers/e2e/bundles'
import { test } from '../helpers/e2e/deskTest'
import type { DeskApplication } from '../helpers/e2e/launchDesk'
import { casePage } from '../helpers/e2e/pages/casePage'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { connectToServer } from '../helpers/e2e/serverClient'
import { TEAM } from '../helpers/e2e/team'

/** A statement that came as a PDF document: its pages are turned, marked and kept. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'pdf' })

const MACHINE = 'pdf'
const NOTE = '告知书缺第五条'
let desk: DeskApplication
let sent: SentBundle

function statement() {
  const document = sent.made.bundle.documents.find(({ kind }) => kind === 'authenticity-commitment')
  if (document === undefined) {
    throw new Error('The filing has no statement')
  }
  return document
}

/** Shows the statement once it has been measured, which says how many pages it has. */
async function openStatement(): Promise<void> {
  const thumb = desk.page
    .getByTestId('document-thumb')
    .and(desk.page.locator(`[data-document="${statement().id}"]`))
  await expect(thumb).toContainText('2 页', { timeout: 60_000 })
  await thumb.click()
  await casePage(desk.page).expectPictureDrawn(1)
}

test.beforeAll(async ({ office }) => {
  sent = await sendBundle(office.server, {
    filingType: 'first-filing',
    nature: 'enterprise',
    province: '320000',
    seed: 'pdf',
    pictures: 'full',
    submittedAt: submittedDaysAgo(2, Date.now()),
  })
  expect(statement().file).toMatch(/\.pdf$/)
  desk = await office.openDesk(MACHINE)
  await signInPage(desk.page).signIn(TEAM.chen)
  expect(await queuePage(desk.page).drawNext()).toBe(sent.made.bundle.orderNumber)
})

test('pages are turned by buttons and keys', async () => {
  await openStatement()
  const { page } = desk
  const pane = page.getByTestId('pane-1')
  const turner = pane.getByTestId('page-switch')
  await expect(turner).toContainText('第 1 页，共 2 页')
  await expect(turner.getByRole('button', { name: '上一页' })).toBeDisabled()
  await turner.getByRole('button', { name: '下一页' }).click()
  await expect(turner).toContainText('第 2 页，共 2 页')
  await expect(pane).toHaveAttribute('data-page', '2')
  await casePage(page).expectPictureDrawn(1)
  await page.keyboard.press('PageUp')
  await expect(turner).toContainText('第 1 页，共 2 页')
  await page.keyboard.press('PageDown')
  await expect(turner).toContainText('第 2 页，共 2 页')
})

test('what was measured says on which page, and that nothing is active inside', async () => {
  const findings = desk.page.getByTestId('pane-1').getByTestId('findings')
  await findings.getByRole('button', { name: '项检查符合' }).click()
  await expect(findings.locator('[data-check="pages"]')).toContainText('2')
  await expect(findings.locator('[data-check="red-seal"]')).toContainText('第 1 页')
  await expect(findings.locator('[data-check="active-content"].pass')).toBeVisible()
})

test('a pin on the second page is there after a power cut, and on that page alone', async ({ office }) => {
  await desk.page.keyboard.press('p')
  await desk.page.keyboard.press('Enter')
  await desk.page.keyboard.type(NOTE)
  await expect(deskFrame(desk.page).saved).toHaveText('已保存在本机')
  await desk.kill()

  desk = await office.openDesk(MACHINE)
  await signInPage(desk.page).signIn(TEAM.chen)
  await queuePage(desk.page).open(sent.made.bundle.orderNumber)
  const { page } = desk
  await expect(page.getByTestId('pin-row')).toContainText(`第 2 页${NOTE}`)
  await openStatement()
  const pane = page.getByTestId('pane-1')
  await expect(pane).toHaveAttribute('data-page', '1')
  await expect(pane.getByTestId('pin')).toHaveCount(0)
  await page.keyboard.press('q')
  await expect(pane).toHaveAttribute('data-page', '2')
  await expect(pane.getByTestId('pin-editor').getByRole('textbox')).toHaveValue(NOTE)
  await expect(pane.getByTestId('pin')).toHaveCount(1)
  await page.keyboard.press('Escape')
})

test('the document goes out only as pictures of its pages, to those who may see it', async ({ office }) => {
  const supervisor = await connectToServer(office.server.url, TEAM.zhou)
  const listed = (await supervisor.readCase(sent.accepted.caseId)).rounds[0]?.documents
  expect(listed?.find(({ id }) => id === statement().id)?.mediaType).toBe('application/pdf')
  const types = await desk.page.evaluate(
    async ([caseId, documentId]) => {
      const place = `document://case/${caseId ?? ''}/1/${documentId ?? ''}/original`
      const answers = await Promise.all([place, `${place}/2`, `${place}/3`].map((url) => fetch(url)))
      return answers.map((answer) => `${String(answer.status)} ${answer.headers.get('content-type') ?? ''}`)
    },
    [sent.accepted.caseId, statement().id],
  )
  expect(types).toEqual(['200 image/jpeg', '200 image/jpeg', '404 '])
})
