import { expect } from '@playwright/test'
import { sendBundle, type SentBundle } from '../helpers/e2e/bundles'
import { test } from '../helpers/e2e/deskTest'
import { heapStrings } from '../helpers/e2e/heapStrings'
import type { DeskApplication } from '../helpers/e2e/launchDesk'
import { casePage } from '../helpers/e2e/pages/casePage'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { lockPage } from '../helpers/e2e/pages/lockPage'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { TEAM } from '../helpers/e2e/team'

/** A desk that its person has left. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'lock' })

const PROBLEM = '锁定前写下的问题'
let desk: DeskApplication
let sent: SentBundle
let order: string

test.beforeAll(async ({ office }) => {
  sent = await sendBundle(office.server, { seed: 'lock', filingType: 'first-filing', nature: 'enterprise' })
  desk = await office.openDesk('lock')
  await signInPage(desk.page).signIn(TEAM.chen)
  await deskFrame(desk.page).expectAllExamined()
  order = await queuePage(desk.page).drawNext()
})

function personal(): readonly string[] {
  const { entity } = sent.made.bundle.application
  return [entity.principal.name, entity.principal.certificate.number, entity.principal.mobile, PROBLEM]
}

test('locking leaves nothing of the case on the screen or in the memory of the page', async () => {
  const review = casePage(desk.page)
  const composer = await review.openReturn()
  await composer.addByHand(PROBLEM, '请重新上传')
  const before = await heapStrings(desk.page)
  for (const text of personal()) {
    expect(before).toContain(text)
  }

  await lockPage(desk.page).lock()
  const shown = await desk.page.locator('body').innerText()
  const after = await heapStrings(desk.page)
  for (const text of [...personal(), order]) {
    expect(shown).not.toContain(text)
    expect(after).not.toContain(text)
  }
  await expect(desk.page.locator('img, canvas')).toHaveCount(0)
})

test('a locked desk gives a page nothing, whatever it asks', async () => {
  const { caseId } = sent.accepted
  const answers = await desk.page.evaluate(async (id) => {
    const bridge = Reflect.get(window, 'desk') as {
      invoke(name: string, request: unknown): Promise<{ ok: boolean; error?: { code: string } }>
    }
    const picture = await fetch(`document://case/${id}/1/d01/original`).then(
      (response) => response.status,
      () => 0,
    )
    const calls = await Promise.all([
      bridge.invoke('case.read', { caseId: id }),
      bridge.invoke('sync.outbox', {}),
    ])
    return { picture, codes: calls.map((answer) => answer.error?.code) }
  }, caseId)
  expect(answers.picture).not.toBe(200)
  expect(answers.codes).toEqual(['not-signed-in', 'not-signed-in'])
})

test('only the password opens it, and the draft is where it was', async () => {
  const lock = lockPage(desk.page)
  await lock.unlock('not the password')
  await expect(lock.failure).toContainText('密码不正确')
  await lock.unlock(TEAM.chen.password)
  const review = casePage(desk.page)
  await expect(review.order).toHaveText(order, { timeout: 30_000 })
  const composer = await review.openReturn()
  await expect(composer.reasons.filter({ hasText: '问题' }).last().getByLabel('问题')).toHaveValue(PROBLEM)
})

test('a desk that nobody touches locks by itself, with what was typed last', async () => {
  test.setTimeout(150_000)
  await desk.page.evaluate(() =>
    (Reflect.get(window, 'desk') as { invoke(name: string, request: unknown): Promise<unknown> }).invoke(
      'settings.change',
      { lockAfterMinutes: 1 },
    ),
  )
  await expect(lockPage(desk.page).screen).toBeVisible({ timeout: 90_000 })
  await lockPage(desk.page).unlock(TEAM.chen.password)
  await expect(casePage(desk.page).order).toHaveText(order, { timeout: 30_000 })
})
