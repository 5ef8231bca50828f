import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { sendBundle } from '../helpers/e2e/bundles'
import { launchDesk, type DeskApplication } from '../helpers/e2e/launchDesk'
import { casePage } from '../helpers/e2e/pages/casePage'
import { controlsPage } from '../helpers/e2e/pages/controlsPage'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { startReviewServer, type ReviewServerProcess } from '../helpers/e2e/reviewServerProcess'
import { connectToServer } from '../helpers/e2e/serverClient'
import { TEAM, type Colleague } from '../helpers/e2e/team'
import { phonesOf } from '../helpers/serverControls'
import { openEmbedded } from '../../server/store/openEmbedded'
import { makeBundle, zipBundle, type MadeBundle } from '../specimens/index'

/** A made-up filing with a known fault: put into stock, drawn by a reviewer who cannot tell, and scored. */
test.describe.configure({ mode: 'serial' })

const RULE = 'desk:credit-code'
const RULE_TITLE = '统一社会信用代码校验'
/** What any reply, row or text would say of it. */
const TELLS = /质控|control[-_ ]?case|"control/i
/** Each draws a control case with one half; that none of them does happens once in a million. */
const ORDINARY = 20

let folder: string
let server: ReviewServerProcess
let control: MadeBundle
const desks: DeskApplication[] = []

test.beforeAll(async () => {
  test.setTimeout(240_000)
  folder = await mkdtemp(join(tmpdir(), 'beian-e2e-controls-'))
  server = await startReviewServer({ folder: join(folder, 'server') })
  control = await makeBundle({
    ...{ seed: 'hidden', filingType: 'change', nature: 'enterprise', province: '330000', pictures: 'tiny' },
    defects: ['invalid-credit-code'],
  })
  await writeFile(join(folder, 'hidden.zip'), zipBundle(control))
})

test.afterAll(async () => {
  await Promise.all(desks.map((desk) => desk.close()))
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

async function openDesk(person: Colleague): Promise<DeskApplication> {
  const desk = await launchDesk({ serverUrl: server.url, machine: join(folder, person.username) })
  desks.push(desk)
  await signInPage(desk.page).signIn(person)
  await expect(deskFrame(desk.page).connection).toHaveText('在线')
  return desk
}

/** Up to ninety minutes lie between drawing and release; here they are over at the next start of the server. */
async function letReleaseTimePass(): Promise<void> {
  await server.stop()
  const database = await openEmbedded(join(folder, 'server', 'data'))
  const due = await database.query(
    "UPDATE control_case SET release_at = now() - interval '1 minute' WHERE release_at IS NOT NULL RETURNING id",
  )
  await database.close()
  expect(due).toHaveLength(1)
  server = await startReviewServer({
    folder: join(folder, 'server'),
    port: Number(new URL(server.url).port),
  })
}

test('a supervisor puts a bundle with a known fault into stock and sets the rate', async () => {
  const desk = await openDesk(TEAM.zhou)
  const controls = controlsPage(desk.page)
  await controls.open()
  await controls.stock(desk, RULE_TITLE, join(folder, 'hidden.zip'))
  await expect(controls.panel.getByRole('alert')).toContainText('不是自有号码')
  await controls.setTerms(50, phonesOf(control))
  await desk.page.getByTestId('control-stock').getByRole('button', { name: '选择备案包' }).click()
  await expect(controls.row(control.bundle.orderNumber)).toContainText(RULE_TITLE)
  await desk.close()
})

test('it comes among the others, and nothing on the reviewer’s desk tells which it is', async () => {
  test.setTimeout(240_000)
  for (let number = 0; number < ORDINARY; number += 1) {
    await sendBundle(server, {
      ...{
        seed: `ordinary-${String(number)}`,
        filingType: 'change',
        nature: 'enterprise',
        province: '330000',
      },
    })
  }
  await letReleaseTimePass()
  const { orderNumber } = control.bundle
  const chen = await connectToServer(server.url, TEAM.chen)
  await expect
    .poll(async () => (await chen.queue()).some((row) => row.orderNumber === orderNumber), {
      timeout: 60_000,
    })
    .toBe(true)
  const rows = await chen.queue()
  const hidden = await chen.rowOf(orderNumber)
  const keysOf = (row: object): string => Object.keys(row).sort().join()
  expect(new Set(rows.map(keysOf))).toContain(keysOf(hidden))
  expect(rows.filter((row) => keysOf(row) === keysOf(hidden)).length).toBeGreaterThan(1)
  expect(JSON.stringify(rows)).not.toMatch(TELLS)

  const desk = await openDesk(TEAM.chen)
  const { page } = desk
  await expect(page.getByRole('navigation', { name: '主导航' })).not.toContainText('抽检')
  await queuePage(page).showView('open')
  await queuePage(page).draw(orderNumber)
  expect(JSON.stringify(await chen.readCase(hidden.id))).not.toMatch(TELLS)
  await casePage(page).line(RULE).click()
  await page.keyboard.press('2')
  await expect(page.locator('body')).not.toContainText(TELLS)
  await casePage(page).returnWith('统一社会信用代码校验位不符', '请按营业执照填写')
  await casePage(page).expectAcknowledged()
  expect(JSON.stringify(await chen.queue())).not.toMatch(TELLS)
  await expect(page.locator('body')).not.toContainText(TELLS)
  await desk.close()
})

test('the supervisor sees who found the fault', async () => {
  const desk = await openDesk(TEAM.zhou)
  const controls = controlsPage(desk.page)
  await controls.open()
  await expect(controls.row(control.bundle.orderNumber)).toContainText(`${TEAM.chen.displayName}： 查出`)
  await expect(
    controls.panel.getByRole('row').filter({ hasText: TEAM.chen.displayName }).first(),
  ).toContainText('100')
  await desk.close()
})
