import { expect } from '@playwright/test'
import { documentUrl } from '../../shared/ipc/documentUrl'
import { sendBundle, type SentBundle } from '../helpers/e2e/bundles'
import { test } from '../helpers/e2e/deskTest'
import type { DeskApplication } from '../helpers/e2e/launchDesk'
import { casePage } from '../helpers/e2e/pages/casePage'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { TEAM } from '../helpers/e2e/team'

/** What of a person's data is shown, to whom, and what remains of it when somebody looks. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'privacy' })

let desk: DeskApplication
let sent: SentBundle

test.beforeAll(async ({ office }) => {
  sent = await sendBundle(office.server, {
    seed: 'privacy',
    filingType: 'first-filing',
    nature: 'enterprise',
  })
  desk = await office.openDesk('privacy')
  await signInPage(desk.page).signIn(TEAM.chen)
  await deskFrame(desk.page).expectAllExamined()
})

const caseText = (): Promise<string> =>
  desk.page.evaluate(
    async (caseId) => JSON.stringify(await window.desk.invoke('case.read', { caseId })),
    sent.accepted.caseId,
  )

const documentStatus = (): Promise<number> =>
  desk.page.evaluate(
    (url) =>
      fetch(url).then(
        ({ status }) => status,
        () => 404,
      ),
    documentUrl(
      { caseId: sent.accepted.caseId, round: 1, documentId: sent.made.bundle.documents[0]?.id ?? '' },
      'original',
    ),
  )

test('a case that is only reserved shows masked values and no papers, until a reason is given', async () => {
  const { name, mobile, certificate } = sent.made.bundle.application.entity.principal
  const masked = await caseText()
  expect(masked).toContain('"masked":true')
  for (const value of [name, mobile, certificate.number]) {
    expect(masked).not.toContain(value)
  }
  expect(await documentStatus()).toBe(404)

  await queuePage(desk.page).open(sent.made.bundle.orderNumber)
  const notice = desk.page.getByTestId('masked-notice')
  await expect(notice).toBeVisible()
  await expect(casePage(desk.page).pane(1)).toContainText('材料在领取或说明理由后显示')
  await desk.page.screenshot({ path: test.info().outputPath('masked.png') })
  await notice.getByLabel('理由').selectOption('enquiry')
  await notice.getByLabel('说明').fill('申请人来电询问进度')
  await notice.getByRole('button', { name: '显示个人信息' }).click()
  await expect(notice).toBeHidden()
  expect(await caseText()).toContain(mobile)
  expect(await documentStatus()).toBe(200)
})

test('whoever looks at a picture stands on it, with the time', async () => {
  const review = casePage(desk.page)
  await review.expectPictureDrawn(1)
  const mark = review.pane(1).getByTestId('viewer-mark')
  await expect(mark).toBeVisible()
  const words = (await mark.getAttribute('data-words')) ?? ''
  expect(words).toContain(TEAM.chen.displayName)
  expect(words).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d$/)
  await desk.page.screenshot({ path: test.info().outputPath('mark.png') })
})

test('what is marked on the page is not copied, what was typed is', async () => {
  const clipboard = (): Promise<string> => desk.app.evaluate(({ clipboard: system }) => system.readText())
  await desk.app.evaluate(async ({ clipboard: system }) => {
    await system.writeText('before')
  })
  await casePage(desk.page).form.click()
  await desk.page.keyboard.press('Control+a')
  await desk.page.keyboard.press('Control+c')
  // Even where the page itself asks for it.
  await desk.page.evaluate<boolean>("document.execCommand('copy')")
  expect(await clipboard()).toBe('before')
  await deskFrame(desk.page).goTo('队列')
  await queuePage(desk.page).searchFor('星河')
  await desk.page.keyboard.press('Control+a')
  await desk.page.keyboard.press('Control+c')
  await expect.poll(clipboard).toBe('星河')
  await desk.page.keyboard.press('Control+a')
  await desk.page.keyboard.press('Control+x')
  await expect(queuePage(desk.page).search).toHaveValue('')
})

test('nothing is dragged out and no file dropped in is opened', async () => {
  await queuePage(desk.page).open(sent.made.bundle.orderNumber)
  const prevented = await desk.page.evaluate(() => {
    const tried = (target: Element | null, name: string): boolean => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['<script>1</script>'], 'page.html', { type: 'text/html' }))
      const event = new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer })
      target?.dispatchEvent(event)
      return event.defaultPrevented
    }
    return {
      picture: tried(document.querySelector('[data-testid="document-thumb"] img'), 'dragstart'),
      text: tried(document.querySelector('[data-testid="form"]'), 'dragstart'),
      over: tried(document.body, 'dragover'),
      drop: tried(document.body, 'drop'),
    }
  })
  expect(prevented).toEqual({ picture: true, text: true, over: true, drop: true })
})

test('the auditor finds all of it, and before and after', async () => {
  await deskFrame(desk.page).syncNow()
  await deskFrame(desk.page).signOut()
  await signInPage(desk.page).signIn(TEAM.shen)
  await desk.page.getByRole('link', { name: '审计' }).click()
  await expect(desk.page.getByTestId('chain-state')).toContainText('全部审计链完整')
  const filters = desk.page.getByTestId('audit-filters')
  await expect(filters.getByLabel('审计链').locator('option').filter({ hasText: '陈静' })).toHaveCount(1)
  const chain = await filters
    .getByLabel('审计链')
    .locator('option')
    .filter({ hasText: '陈静' })
    .getAttribute('value')
  await filters.getByLabel('审计链').selectOption(chain)
  await filters.getByRole('button').click()
  const rows = desk.page.getByTestId('audit-row')
  await expect(rows.and(desk.page.locator('[data-kind="document-opened"]')).first()).toBeVisible()
  await rows.and(desk.page.locator('[data-kind="case-revealed"]')).click()
  await expect(desk.page.getByTestId('audit-detail')).toContainText('申请人来电询问进度')
  await desk.page.screenshot({ path: test.info().outputPath('audit.png') })
})
