import { expect } from '@playwright/test'
import { test, type Office } from '../helpers/e2e/deskTest'
import type { DeskApplication } from '../helpers/e2e/launchDesk'
import { openedOutside } from '../helpers/e2e/openedOutside'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { lockPage } from '../helpers/e2e/pages/lockPage'
import { passphrasePage } from '../helpers/e2e/pages/passphrasePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { TEAM } from '../helpers/e2e/team'

/** Somebody without a password here signs in by the company's own account, in the browser of the machine. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'company', withProvider: true })

const MACHINE = 'company'
const PASSPHRASE = 'e2e lantern on the quiet pier'
let desk: DeskApplication

test.beforeAll(async ({ office }) => {
  desk = await office.openDesk(MACHINE)
})

/** Does what the browser does with the page it was asked to open, and gives the answer to the desk. */
async function signInInBrowser({ provider, machine }: Office, visit: number): Promise<number> {
  const opened = (): Promise<readonly string[]> => openedOutside(machine(MACHINE))
  await expect.poll(async () => (await opened()).length).toBe(visit)
  const address = (await opened()).at(-1) ?? ''
  const answer = await provider?.browse(address)
  return (await fetch(answer ?? '')).status
}

test('who is not bound to an account of the team is told what to do', async ({ office }) => {
  const signIn = signInPage(desk.page)
  Object.assign(office.provider ?? {}, {
    person: { subject: 'sub-1', claims: { preferred_username: 'guo' } },
  })
  await signIn.company.click()
  await expect(signIn.waiting).toHaveText('登录页已在浏览器中打开，请在那里完成登录。')
  expect(await signInInBrowser(office, 1)).toBe(200)
  await expect(signIn.failure).toContainText('您的企业账号尚未绑定审核账号')
})

test('an answer that the desk did not ask for changes nothing, and the person can turn back', async ({
  office,
}) => {
  const signIn = signInPage(desk.page)
  await signIn.company.click()
  await expect.poll(async () => (await openedOutside(office.machine(MACHINE))).length).toBe(2)
  const address = new URL((await openedOutside(office.machine(MACHINE))).at(-1) ?? '')
  const redirect = new URL(address.searchParams.get('redirect_uri') ?? '')
  redirect.search = new URLSearchParams({ code: 'of-somebody-else', state: 'guessed' }).toString()
  expect((await fetch(redirect)).status).toBe(400)
  await expect(signIn.waiting).toBeVisible()
  await signIn.turnBack.click()
  await expect(signIn.company).toBeVisible()
  await expect(fetch(redirect)).rejects.toThrow()
})

test('a passphrase of this desk is chosen once, and opens it', async ({ office }) => {
  Object.assign(office.provider ?? {}, {
    person: { subject: 'sub-2', claims: { preferred_username: 'chen' } },
  })
  await signInPage(desk.page).company.click()
  expect(await signInInBrowser(office, 3)).toBe(200)
  const passphrase = passphrasePage(desk.page)
  await expect(passphrase.card).toContainText(`${TEAM.chen.displayName}，已通过企业账号验证`)
  await passphrase.choose('too short')
  await expect(passphrase.open).toBeDisabled()
  await passphrase.choose(PASSPHRASE)
  await passphrase.open.click()
  await expect(desk.page.getByTestId('person')).toContainText(TEAM.chen.displayName, { timeout: 30_000 })
  await expect(deskFrame(desk.page).connection).toHaveText('在线')
})

test('the passphrase opens the locked desk, and after a power cut the desk without a network', async ({
  office,
}) => {
  await lockPage(desk.page).lock()
  await expect(lockPage(desk.page).screen).toContainText('输入本机口令继续')
  await lockPage(desk.page).unlock(PASSPHRASE)
  await expect(deskFrame(desk.page).connection).toHaveText('在线')

  await desk.kill()
  office.cable.cut()
  desk = await office.openDesk(MACHINE)
  await signInPage(desk.page).submit(TEAM.chen.username, 'not that passphrase')
  await expect(signInPage(desk.page).failure).toBeVisible({ timeout: 30_000 })
  await signInPage(desk.page).signIn({ ...TEAM.chen, password: PASSPHRASE })
  await expect(deskFrame(desk.page).connection).toHaveText(/离线，自/)
  office.cable.restore()
})

test('neither side has written down the passphrase or the code of the sign-in', ({ office }) => {
  for (const text of [desk.output(), office.server.output()]) {
    expect(text).not.toContain(PASSPHRASE)
    expect(text).not.toMatch(/code=|code_verifier/)
  }
})
