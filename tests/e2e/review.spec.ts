import { execFile } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'
import { currentRound } from '../../shared/protocol/case'
import { sendBundle, sendPhoto, submittedDaysAgo, type SentBundle } from '../helpers/e2e/bundles'
import { test } from '../helpers/e2e/deskTest'
import type { DeskApplication } from '../helpers/e2e/launchDesk'
import { casePage } from '../helpers/e2e/pages/casePage'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { chooseInDialog } from '../helpers/e2e/fileDialog'
import { packagesPage } from '../helpers/e2e/pages/packagesPage'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { connectToServer, type ServerClient } from '../helpers/e2e/serverClient'
import { INTAKE_TOKEN, TEAM } from '../helpers/e2e/team'
import { makeBundle, writeBundle, type SpecimenOptions } from '../specimens/index'

const run = promisify(execFile)
const PROJECT = join(import.meta.dirname, '../..')

/** A day of three people, in the order in which it happens: each test begins where the one before has ended. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'review' })

const now = Date.now()
const filing = { filingType: 'first-filing', nature: 'enterprise', province: '330000' } as const
/** Drawn in this order, since they were submitted in this order. */
const plans = {
  toReturn: { ...filing, seed: 'returned', defects: ['invalid-id-number'], pictures: 'full', daysAgo: 31 },
  toPass: { ...filing, seed: 'passed', daysAgo: 21 },
  toEscalate: { ...filing, seed: 'escalated', daysAgo: 11 },
} as const

function optionsOf({ daysAgo, ...options }: SpecimenOptions & { readonly daysAgo: number }): SpecimenOptions {
  return { ...options, submittedAt: submittedDaysAgo(daysAgo, now) }
}

let desk: DeskApplication
let supervisor: ServerClient
const sent = new Map<keyof typeof plans, SentBundle>()
const orderOf = (name: keyof typeof plans): string => sent.get(name)?.made.bundle.orderNumber ?? ''
const caseIdOf = (name: keyof typeof plans): string => sent.get(name)?.accepted.caseId ?? ''

test.beforeAll(async ({ office }) => {
  for (const [name, plan] of Object.entries(plans)) {
    sent.set(name as keyof typeof plans, await sendBundle(office.server, optionsOf(plan)))
  }
  for (let seed = 1; seed <= 9; seed += 1) {
    await sendBundle(office.server, { seed, submittedAt: submittedDaysAgo(1, now) })
  }
  supervisor = await connectToServer(office.server.url, TEAM.zhou)
  desk = await office.openDesk('review')
})

test('a wrong password is refused in words, the right one opens the desk', async () => {
  const signIn = signInPage(desk.page)
  await signIn.submit('chen', 'wrong password')
  await expect(signIn.failure).toContainText('用户名或密码不正确')
  await expect(signIn.form.getByLabel('密码')).toBeFocused()
  await signIn.signIn(TEAM.chen)
})

test('the queue fills by itself and can be searched by two characters', async () => {
  const queue = queuePage(desk.page)
  await queue.showView('all')
  await expect(queue.count).toHaveText('12 件')
  await expect(deskFrame(desk.page).connection).toHaveText('在线')

  const name = sent.get('toPass')?.made.bundle.application.entity.name ?? ''
  const word = name.slice(2, 4)
  await queue.searchFor(word)
  await expect(queue.count).not.toHaveText('12 件')
  await expect(queue.row(orderOf('toPass'))).toBeVisible()
  await expect(queue.rows.filter({ hasNotText: word })).toHaveCount(0)
  await queue.searchFor('鱻鱻')
  await expect(desk.page.getByTestId('queue-empty')).toHaveText('没有符合筛选条件的订单。')
  await queue.searchFor('')
  await expect(queue.count).toHaveText('12 件')
})

test('N draws what is due first, and the case shows its documents and what the machine found', async () => {
  expect(await queuePage(desk.page).drawNext()).toBe(orderOf('toReturn'))
  const review = casePage(desk.page)
  await expect(review.drawReason).toContainText('逾期最久')
  const documents = sent.get('toReturn')?.made.bundle.documents ?? []
  await review.expectPictureDrawn(1)
  await review.expectPictureDrawn(2)
  await deskFrame(desk.page).expectAllExamined()
  await review.expectThumbnailsDrawn(documents.length)
  await expect(review.pane(1).getByTestId('findings')).toContainText('项检查符合')
  await expect(review.lines.filter({ has: desk.page.getByText('不符') }).first()).toBeVisible()
  expect((await supervisor.rowOf(orderOf('toReturn'))).holder).toMatchObject({
    displayName: '陈静',
    kind: 'hold',
  })
})

test('the decision bar says what keeps the case from passing', async () => {
  const review = casePage(desk.page)
  await expect(review.problems).toContainText(/\d+ 项未看/)
  await expect(desk.page.getByTestId('pass')).toBeDisabled()
})

test('a return carries every fault that was found and what was written by hand', async () => {
  const review = casePage(desk.page)
  const composer = await review.openReturn()
  await expect(composer.reasons.first()).toBeVisible()
  const prefilled = await composer.reasons.count()
  await composer.addByHand('执照照片缺一角', '请重新拍摄完整的营业执照')
  await review.confirm()
  await review.expectAcknowledged()
  const { state, decisions } = await supervisor.readCase(caseIdOf('toReturn'))
  expect(state).toBe('returned')
  expect(decisions).toHaveLength(1)
  const reasons = decisions[0]?.decision.reasons ?? []
  expect(reasons).toHaveLength(prefilled + 1)
  expect(reasons.some(({ field }) => field.includes('certificate'))).toBe(true)
  expect(reasons.at(-1)).toMatchObject({ problem: '执照照片缺一角', advice: '请重新拍摄完整的营业执照' })
})

test('a clean case passes by keyboard alone', async () => {
  const review = casePage(desk.page)
  expect(await review.drawNext()).toBe(orderOf('toPass'))
  await review.tickAllByKeyboard()
  await review.passByKeyboard()
  await review.expectAcknowledged()
  const { state, decisions } = await supervisor.readCase(caseIdOf('toPass'))
  expect(state).toBe('awaiting-backdrop')
  expect(decisions[0]?.decision.lines.some(({ verdict }) => verdict === 'ok')).toBe(true)
})

test('what a reviewer must not settle goes to the supervisor with a note', async () => {
  const review = casePage(desk.page)
  expect(await review.drawNext()).toBe(orderOf('toEscalate'))
  await review.escalateBecause('营业执照与公示信息不一致，请主管定夺')
  await review.expectAcknowledged()
  expect((await supervisor.readCase(caseIdOf('toEscalate'))).state).toBe('escalated')
})

test('the next round and the photo arrive as the same filings', async ({ office }) => {
  const { defects: _repaired, ...repaired } = plans.toReturn
  await sendBundle(office.server, { ...optionsOf({ ...repaired, daysAgo: 0 }), round: 2 })
  await sendPhoto(office.server, optionsOf({ ...plans.toPass, daysAgo: 0 }))
  await expect.poll(async () => (await supervisor.rowOf(orderOf('toReturn'))).round).toBe(2)

  await deskFrame(desk.page).goTo('队列')
  const queue = queuePage(desk.page)
  await queue.showView('all')
  await expect(queue.row(orderOf('toReturn'))).toContainText('待初审 · 2')
  await expect(queue.row(orderOf('toPass'))).toContainText('待审照片')
})

test('the later round shows what has changed, and the photo is reviewed on its own', async () => {
  const queue = queuePage(desk.page)
  const review = casePage(desk.page)
  await queue.draw(orderOf('toReturn'))
  await desk.page.getByRole('tab', { name: '历次提交' }).click()
  await expect(desk.page.getByTestId('rounds').getByLabel('与上一轮相比')).toContainText('证件号码')
  await desk.page.getByRole('tab', { name: '检查项' }).click()
  await review.tickAllByKeyboard()
  await review.passByKeyboard()

  await deskFrame(desk.page).goTo('队列')
  await queue.draw(orderOf('toPass'))
  await review.tickAllByKeyboard()
  await review.passByKeyboard()
  await review.expectAcknowledged()
  expect((await supervisor.readCase(caseIdOf('toPass'))).state).toBe('passed')
})

test('a refused bundle in a batch is named and leaves the rest accepted', async ({ office }) => {
  const batch = join(office.folder, 'batch')
  const good = []
  for (const seed of ['batch-1', 'batch-2']) {
    const made = await makeBundle({ seed, pictures: 'tiny', submittedAt: submittedDaysAgo(1, now) })
    await writeBundle(join(batch, seed), made)
    good.push(made.bundle.orderNumber)
  }
  const broken = await makeBundle({ seed: 'batch-3', pictures: 'tiny' })
  await writeBundle(join(batch, 'broken'), broken)
  const missing = broken.bundle.documents[0]?.file ?? ''
  await rm(join(batch, 'broken', missing))

  const sending = run(
    process.execPath,
    ['--import', 'tsx', 'cli/intake.ts', batch, '--server', office.server.url],
    {
      cwd: PROJECT,
      env: { ...process.env, INTAKE_TOKEN },
    },
  )
  await expect(sending).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining(missing),
  })
  await deskFrame(desk.page).goTo('队列')
  const queue = queuePage(desk.page)
  await queue.showView('all')
  for (const orderNumber of good) {
    await expect(queue.row(orderNumber)).toBeVisible()
  }
  await expect(queue.row(broken.bundle.orderNumber)).toHaveCount(0)
})

test('the supervisor settles the escalation at the same desk', async () => {
  const frame = deskFrame(desk.page)
  await frame.signOut()
  await signInPage(desk.page).signIn(TEAM.zhou)
  await expect(frame.connection).toHaveText('在线')
  expect(await queuePage(desk.page).drawNext()).toBe(orderOf('toEscalate'))
  const review = casePage(desk.page)
  await expect(review.drawReason).toContainText('已升级')
  await review.returnWith('与公示信息不一致', '请先到登记机关更新后再提交')
  await review.expectAcknowledged()
  expect((await supervisor.readCase(caseIdOf('toEscalate'))).state).toBe('returned')
})

test('a passed case becomes a package that the verifier accepts, and its hand-over is recorded', async ({
  office,
}) => {
  const folder = join(office.folder, 'packages')
  await mkdir(folder)
  await chooseInDialog(desk, folder)
  const frame = deskFrame(desk.page)
  const packages = packagesPage(desk.page)
  await frame.goTo('提交包')
  await packages.chooseFolder.click()
  await expect(packages.folder).toHaveText(folder)
  const fileName = await packages.export(orderOf('toPass'))

  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', 'cli/verifyPackage.ts', '--json', join(folder, fileName)],
    { cwd: PROJECT },
  )
  expect(stdout).toContain(orderOf('toPass'))

  await packages.recordSubmission(orderOf('toPass'))
  await expect.poll(async () => (await supervisor.rowOf(orderOf('toPass'))).state).toBe('submitted')
  await frame.expectAllSent()
  const handedOver = await supervisor.readCase(caseIdOf('toPass'))
  expect(handedOver.state).toBe('submitted')
  expect(currentRound(handedOver).documents.some(({ kind }) => kind === 'backdrop-photo')).toBe(true)
})
