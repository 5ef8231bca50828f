import { expect } from '@playwright/test'
import { sendBundle } from '../helpers/e2e/bundles'
import { test, type Office } from '../helpers/e2e/deskTest'
import type { DeskApplication } from '../helpers/e2e/launchDesk'
import { casePage } from '../helpers/e2e/pages/casePage'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { connectToServer, type ServerClient } from '../helpers/e2e/serverClient'
import { TEAM, type Colleague } from '../helpers/e2e/team'

/** A pass that the sampling plan draws, a colleague who disagrees with it unseen, and a supervisor who settles that. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'second' })

const PROBLEM = '主办单位名称与执照不一致'
let supervisor: ServerClient
let order: string

test.beforeAll(async ({ office }) => {
  await sendBundle(office.server, {
    seed: 'second',
    filingType: 'change',
    nature: 'enterprise',
    province: '330000',
  })
  supervisor = await connectToServer(office.server.url, TEAM.zhou)
  await supervisor.startSampling({
    rates: { reduced: 1000, normal: 1000, tightened: 1000 },
    rule: { tightenFaults: 2, tightenOf: 5, relaxAfter: 5, reduceAfter: 10 },
    floors: [],
    blind: true,
  })
})

async function openDesk(office: Office, person: Colleague): Promise<DeskApplication> {
  const desk = await office.openDesk(person.username)
  await signInPage(desk.page).signIn(person)
  await expect(deskFrame(desk.page).connection).toHaveText('在线')
  return desk
}

test('a pass that is drawn waits for another person', async ({ office }) => {
  const desk = await openDesk(office, TEAM.chen)
  order = await queuePage(desk.page).drawNext()
  await casePage(desk.page).tickAllByKeyboard()
  await casePage(desk.page).passByKeyboard()
  await casePage(desk.page).expectAcknowledged()
  expect((await supervisor.rowOf(order)).state).toBe('second-review')
  await desk.close()
})

test('who looks second is told why and not by whom, and disagrees without a word to the applicant', async ({
  office,
}) => {
  const desk = await openDesk(office, TEAM.liu)
  await queuePage(desk.page).showView('escalated')
  await queuePage(desk.page).draw(order)
  await expect(desk.page.getByTestId('second-look-note')).toHaveText('抽检抽中，须由另一人复核。')
  await expect(desk.page.locator('main')).not.toContainText(TEAM.chen.displayName)
  await casePage(desk.page).returnWith(PROBLEM, '请按营业执照填写')
  await casePage(desk.page).expectAcknowledged()
  expect((await supervisor.rowOf(order)).state).toBe('escalated')
  await desk.close()
})

test('a supervisor sees both and settles it', async ({ office }) => {
  const desk = await openDesk(office, TEAM.zhou)
  expect(await queuePage(desk.page).drawNext()).toBe(order)
  await casePage(desk.page).tickAllByKeyboard()
  await casePage(desk.page).passByKeyboard()
  await casePage(desk.page).expectAcknowledged()
  const { state, decisions } = await supervisor.readCase((await supervisor.rowOf(order)).id)
  expect(state).toBe('passed')
  expect(decisions.map(({ decision, decidedBy }) => [decidedBy.displayName, decision.verdict])).toEqual([
    [TEAM.chen.displayName, 'pass'],
    [TEAM.liu.displayName, 'return'],
    [TEAM.zhou.displayName, 'pass'],
  ])
  await desk.close()
})
