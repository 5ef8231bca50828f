import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { carry } from '../helpers/e2e/carryCommand'
import { sendBundle, submittedDaysAgo } from '../helpers/e2e/bundles'
import { test } from '../helpers/e2e/deskTest'
import { chooseInDialog, saveInDialog } from '../helpers/e2e/fileDialog'
import type { DeskApplication } from '../helpers/e2e/launchDesk'
import { carryPanel } from '../helpers/e2e/pages/carryPanel'
import { casePage } from '../helpers/e2e/pages/casePage'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { enrolPage } from '../helpers/e2e/pages/enrolPage'
import { lockPage } from '../helpers/e2e/pages/lockPage'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { connectToServer } from '../helpers/e2e/serverClient'
import { TEAM } from '../helpers/e2e/team'

/** A desk that has never met a network: enrolled by file, and at work by files. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'enrol' })

const PASSPHRASE = '无人会说的四个词语连在一起'
let desk: DeskApplication
let fingerprint: string
let serverFingerprint: string

test.beforeAll(async ({ office }) => {
  office.cable.cut()
  desk = await office.openDesk('enrolled')
  await sendBundle(office.server, {
    seed: 'enrolled-1',
    filingType: 'first-filing',
    province: '440000',
    submittedAt: submittedDaysAgo(1, Date.now()),
  })
})

test('a person without a network begins, and finds the same enrolment after a restart', async ({
  office,
}) => {
  const signIn = signInPage(desk.page)
  await signIn.submit(TEAM.chen.username, TEAM.chen.password)
  await expect(signIn.failure).toContainText('没有网络的机器可用文件登记')
  const enrol = enrolPage(desk.page)
  await enrol.begin(TEAM.chen.username, PASSPHRASE)
  fingerprint = await enrol.ownFingerprint()
  expect(fingerprint).toMatch(/^(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
  await desk.close()

  desk = await office.openDesk('enrolled')
  await signInPage(desk.page).submit(TEAM.chen.username, PASSPHRASE)
  const again = enrolPage(desk.page)
  await expect(again.wait).toBeVisible({ timeout: 30_000 })
  expect(await again.ownFingerprint()).toBe(fingerprint)
  await saveInDialog(desk, join(office.folder, 'request.json'))
  await again.saveRequest()
})

test('the supervisor’s command enrols the machine whose screen shows that fingerprint', async ({
  office,
}) => {
  const files = [join(office.folder, 'request.json'), join(office.folder, 'reply.carry')]
  const wrong = `${fingerprint.startsWith('0') ? '1' : '0'}${fingerprint.slice(1)}`
  await expect(carry(office, 'enrol', '--fingerprint', wrong, ...files)).rejects.toThrow(
    'nothing was changed',
  )
  const told = await carry(office, 'enrol', '--fingerprint', fingerprint.toLowerCase(), ...files)
  expect(told).toContain(TEAM.chen.displayName)
  serverFingerprint = told.trimEnd().split(' ').at(-1) ?? ''
})

test('a changed reply and a wrong fingerprint bring nothing; the right ones open the desk by its passphrase', async ({
  office,
}) => {
  const bytes = await readFile(join(office.folder, 'reply.carry'))
  const changed = Buffer.from(bytes)
  changed[changed.length - 50] = (changed[changed.length - 50] ?? 0) ^ 1
  await writeFile(join(office.folder, 'changed.carry'), changed)

  const enrol = enrolPage(desk.page)
  await chooseInDialog(desk, join(office.folder, 'changed.carry'))
  await enrol.takeReply(serverFingerprint)
  await expect(enrol.refused).toContainText('文件已损坏或被改动')
  await chooseInDialog(desk, join(office.folder, 'reply.carry'))
  await enrol.takeReply(fingerprint)
  await expect(enrol.refused).toContainText('请与主管核对指纹')
  await enrol.takeReply(serverFingerprint.toLowerCase())
  const lock = lockPage(desk.page)
  await expect(lock.screen).toContainText('登记完成')
  await lock.unlock(PASSPHRASE)
  await expect(desk.page.getByTestId('person')).toContainText(TEAM.chen.displayName, { timeout: 30_000 })
})

test('cases come by file, and a decision goes back, without any network', async ({ office }) => {
  const bundle = join(office.folder, 'first.carry')
  expect(await carry(office, 'out', '--user', TEAM.chen.username, bundle)).toContain('with 1 cases')
  await chooseInDialog(desk, bundle)
  expect(await carryPanel(desk.page).takeIn()).toContain('已导入：1 件订单')
  const order = await queuePage(desk.page).drawNext()
  const review = casePage(desk.page)
  await review.expectPictureDrawn(1)
  await review.returnWith('域名证书看不清', '请上传清晰的域名证书')
  await expect(deskFrame(desk.page).toSend).toHaveText('1 项待发送')
  const back = join(office.folder, 'back.carry')
  await saveInDialog(desk, back)
  await carryPanel(desk.page).writeOut()
  expect(await carry(office, 'in', back)).toContain('0 refused')
  const supervisor = await connectToServer(office.server.url, TEAM.zhou)
  const { decisions } = await supervisor.readCase((await supervisor.rowOf(order)).id)
  expect(decisions.map(({ decision, decidedBy }) => [decision.verdict, decidedBy.displayName])).toEqual([
    ['return', TEAM.chen.displayName],
  ])
  await expect(deskFrame(desk.page).connection).toHaveText(/离线，自/)
})
