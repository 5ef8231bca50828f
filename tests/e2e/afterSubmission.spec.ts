import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { currentRound } from '../../shared/protocol/case'
import { sendBundle, sendNotice, submittedDaysAgo, type SentBundle } from '../helpers/e2e/bundles'
import { test } from '../helpers/e2e/deskTest'
import { chooseInDialog } from '../helpers/e2e/fileDialog'
import type { DeskApplication } from '../helpers/e2e/launchDesk'
import { afterPage } from '../helpers/e2e/pages/afterPage'
import { casePage } from '../helpers/e2e/pages/casePage'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { packagesPage } from '../helpers/e2e/pages/packagesPage'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { connectToServer, type ServerClient } from '../helpers/e2e/serverClient'
import { TEAM } from '../helpers/e2e/team'
import { pdfDocument } from '../helpers/pdfDocuments'

/** A filing from its pass to its number; each test begins where the one before has ended. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'after' })

const now = Date.now()
const filing = { filingType: 'change', nature: 'enterprise', province: '330000' } as const

let desk: DeskApplication
let supervisor: ServerClient
let toApprove: SentBundle
let toWithdraw: SentBundle
const orderOf = ({ made }: SentBundle): string => made.bundle.orderNumber

test.beforeAll(async ({ office }) => {
  toApprove = await sendBundle(office.server, {
    ...filing,
    seed: 'to-approve',
    submittedAt: submittedDaysAgo(21, now),
  })
  toWithdraw = await sendBundle(office.server, {
    ...filing,
    seed: 'to-withdraw',
    submittedAt: submittedDaysAgo(1, now),
  })
  supervisor = await connectToServer(office.server.url, TEAM.zhou)
  desk = await office.openDesk('after')
  await signInPage(desk.page).signIn(TEAM.chen)
})

test('a withdrawn filing leaves what waits to be drawn, and says what became of it', async ({ office }) => {
  const queue = queuePage(desk.page)
  await queue.showView('open')
  await expect(queue.row(orderOf(toWithdraw))).toBeVisible()
  await sendNotice(office.server, orderOf(toWithdraw), { kind: 'withdrawn' })
  await expect(queue.row(orderOf(toWithdraw))).toHaveCount(0)
  await expect(queue.row(orderOf(toApprove))).toBeVisible()
  await queue.showView('done')
  await expect(queue.row(orderOf(toWithdraw))).toContainText('已撤回')
})

test('the case says what comes next, and which documents are due', async () => {
  const queue = queuePage(desk.page)
  await queue.showView('open')
  expect(await queue.drawNext()).toBe(orderOf(toApprove))
  await expect(desk.page.getByTestId('next-step')).toContainText('审核员初审')
  await expect(desk.page.getByTestId('due-documents')).toContainText('材料已齐')
  const review = casePage(desk.page)
  await review.tickAllByKeyboard()
  await review.passByKeyboard()
  await review.expectAcknowledged()
  expect((await supervisor.readCase(toApprove.accepted.caseId)).state).toBe('passed')
})

test('a supervisor hands it over and records that the message is out', async ({ office }) => {
  const frame = deskFrame(desk.page)
  await frame.signOut()
  await signInPage(desk.page).signIn(TEAM.zhou)
  await expect(frame.connection).toHaveText('在线')
  const folder = join(office.folder, 'packages')
  await mkdir(folder)
  await chooseInDialog(desk, folder)
  const packages = packagesPage(desk.page)
  await frame.goTo('提交包')
  await packages.chooseFolder.click()
  await packages.export(orderOf(toApprove))
  await packages.recordSubmission(orderOf(toApprove))
  await frame.expectAllSent()

  const after = afterPage(desk.page)
  await frame.goTo('后续')
  await expect(after.stateOf(orderOf(toApprove))).toHaveText('已提交管局')
  await after.record(orderOf(toApprove), '登记短信已下发')
  await expect(after.stateOf(orderOf(toApprove))).toHaveText('短信核验中')
  await expect(after.row(orderOf(toApprove)).getByTestId('sms-mark')).toContainText(/剩 2[34] 小时/)
  await after.choose(orderOf(toApprove))
  await expect(after.panel.getByRole('button', { name: '登记超时未完成' })).toBeDisabled()
})

test('the filing system reports the verification, and the supervisor enters the numbers', async ({
  office,
}) => {
  const after = afterPage(desk.page)
  const order = orderOf(toApprove)
  await sendNotice(office.server, order, { kind: 'sms-verified' })
  await expect(after.stateOf(order)).toHaveText('管局审核中')
  await after.choose(order)
  const { application } = currentRound(await supervisor.readCase(toApprove.accepted.caseId))
  const known = 'existing' in application ? application.existing.entityIcpNumber : ''
  await expect(after.entityNumber).toHaveValue(known)
  await after.entityNumber.fill(known.replace('浙', '沪'))
  await expect(after.panel).toContainText('不是本省的备案号')
  await expect(after.recordAnswer).toBeDisabled()
  await after.entityNumber.fill(known)
  const count = await after.serviceNumbers.count()
  for (let index = 0; index < count; index += 1) {
    await after.serviceNumbers.nth(index).fill(`${known}-${String(index + 1)}`)
  }
  const certificate = join(office.folder, '备案证书.pdf')
  await writeFile(certificate, '备案证书')
  await chooseInDialog(desk, certificate)
  await after.chooseCertificate.click()
  await expect(after.panel).toContainText('不能选用：不是 PDF、JPEG 或 PNG')
  await writeFile(certificate, pdfDocument())
  await after.chooseCertificate.click()
  await expect(after.chosenCertificate).toContainText('备案证书.pdf')
  await expect(after.chosenCertificate).toContainText('待发送')
  await after.recordAnswer.click()
  await expect.poll(async () => (await supervisor.rowOf(order)).state).toBe('approved')
  await expect(after.row(order)).toHaveCount(0)
  const approved = await supervisor.readCase(toApprove.accepted.caseId)
  expect(approved.notices?.at(-1)?.notice).toMatchObject({ kind: 'approved', numbers: { entity: known } })
  expect(approved.timeline.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['submitted', 'sms-sent', 'sms-verified', 'approved']),
  )
  await deskFrame(desk.page).goTo('队列')
  const queue = queuePage(desk.page)
  await queue.showView('done')
  await expect(queue.row(order)).toContainText('管局已通过')
})

test('the certificate of the approval goes to the server and is shown in the case', async () => {
  await expect
    .poll(async () => (await supervisor.readCase(toApprove.accepted.caseId)).certificates?.length)
    .toBe(1)
  await queuePage(desk.page).open(orderOf(toApprove))
  const review = casePage(desk.page)
  await desk.page.getByRole('tab', { name: '时间线' }).click()
  const timeline = desk.page.getByTestId('timeline')
  await expect(timeline).toContainText('个人信息显示后可查看')
  const notice = desk.page.getByTestId('masked-notice')
  await notice.getByLabel('理由').selectOption('enquiry')
  await notice.getByLabel('说明').fill('申请人来电询问备案号')
  await notice.getByRole('button', { name: '显示个人信息' }).click()
  await desk.page.getByRole('tab', { name: '时间线' }).click()
  await timeline.screenshot({ path: test.info().outputPath('timeline.png') })
  await review.openCertificate.click()
  await expect(review.certificate).toContainText('ICP备')
  await expect(review.certificate).toContainText('查看会留下记录')
  await review.expectCertificateDrawn()
  await desk.page.screenshot({ path: test.info().outputPath('certificate.png') })
})
