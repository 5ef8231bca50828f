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
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { connectToServer, type ServerClient } from '../helpers/e2e/serverClient'
import { TEAM } from '../helpers/e2e/team'

/** A desk that has met the server once works on by files that a supervisor carries. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'carry' })

const now = Date.now()
let desk: DeskApplication
let supervisor: ServerClient
let order: string

test.beforeAll(async ({ office }) => {
  supervisor = await connectToServer(office.server.url, TEAM.zhou)
  desk = await office.openDesk('carry')
  await signInPage(desk.page).signIn(TEAM.chen)
  await expect(deskFrame(desk.page).connection).toHaveText('在线')
  await deskFrame(desk.page).syncNow()
  office.cable.cut()
  await expect(deskFrame(desk.page).connection).toHaveText(/离线，自/)
  for (const seed of ['carry-1', 'carry-2']) {
    await sendBundle(office.server, {
      seed,
      filingType: 'first-filing',
      province: '440000',
      submittedAt: submittedDaysAgo(1, now),
    })
  }
})

test('a bundle brings cases with their documents, and a changed one brings nothing', async ({ office }) => {
  const file = join(office.folder, 'first.carry')
  expect(await carry(office, 'out', '--user', TEAM.chen.username, file)).toContain('with 2 cases')
  const bytes = await readFile(file)
  const changed = Buffer.from(bytes)
  changed[changed.length - 100] = (changed[changed.length - 100] ?? 0) ^ 1
  await writeFile(join(office.folder, 'changed.carry'), changed)

  const panel = carryPanel(desk.page)
  await chooseInDialog(desk, join(office.folder, 'changed.carry'))
  expect(await panel.refuseIn()).toContain('文件已损坏或被改动，未导入任何内容')
  await expect(queuePage(desk.page).rows).toHaveCount(0)
  await chooseInDialog(desk, file)
  expect(await panel.takeIn()).toContain('已导入：2 件订单')
  expect(await panel.refuseIn()).toContain('这个文件已经导入过')
})

test('a case of it is reviewed and decided, and the decision leaves in a file', async ({ office }) => {
  order = await queuePage(desk.page).drawNext()
  const review = casePage(desk.page)
  await review.expectPictureDrawn(1)
  await review.returnWith('域名证书看不清', '请上传清晰的域名证书')
  await expect(deskFrame(desk.page).toSend).toHaveText('1 项待发送')
  await saveInDialog(desk, join(office.folder, 'back.carry'))
  expect(await carryPanel(desk.page).writeOut()).toMatch(/已写入 .*：\d 项/)
  // A bundle that left is no answer.
  await expect(deskFrame(desk.page).toSend).toHaveText('1 项待发送')
  expect((await supervisor.rowOf(order)).state).toBe('pending-review')
})

test('the server carries it out once, and its answer comes with the next bundle', async ({ office }) => {
  const back = join(office.folder, 'back.carry')
  expect(await carry(office, 'in', back)).toContain('0 refused')
  await expect(carry(office, 'in', back)).rejects.toThrow('already-taken')
  const { decisions } = await supervisor.readCase((await supervisor.rowOf(order)).id)
  expect(decisions.map(({ decision, decidedBy }) => [decision.verdict, decidedBy.displayName])).toEqual([
    ['return', TEAM.chen.displayName],
  ])

  const second = join(office.folder, 'second.carry')
  await carry(office, 'out', '--user', TEAM.chen.username, second)
  await chooseInDialog(desk, second)
  await carryPanel(desk.page).takeIn()
  await expect(deskFrame(desk.page).toSend).toHaveText('无待发送')
  await expect(deskFrame(desk.page).refused).toBeHidden()
  await expect(deskFrame(desk.page).connection).toHaveText(/离线，自/)
})
