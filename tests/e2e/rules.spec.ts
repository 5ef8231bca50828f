import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { sendBundle, submittedDaysAgo, type SentBundle } from '../helpers/e2e/bundles'
import { test } from '../helpers/e2e/deskTest'
import { chooseInDialog } from '../helpers/e2e/fileDialog'
import type { DeskApplication } from '../helpers/e2e/launchDesk'
import { casePage } from '../helpers/e2e/pages/casePage'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { rulesPage } from '../helpers/e2e/pages/rulesPage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { connectToServer } from '../helpers/e2e/serverClient'
import { PROVIDER_KEY, TEAM } from '../helpers/e2e/team'
import { testRule } from '../helpers/serverRulePack'
import { zipFiles } from '../helpers/serverPacks'
import { signed } from '../helpers/signedPacks'

const SHIPPED = join(import.meta.dirname, '../../resources/rulepacks')
const NEWER = '2099-01-01'
const NEW_LINE = 'desk:look-at-the-remarks'

/** The way of a rule pack, in the order in which it happens. */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'rules' })

let reviewer: DeskApplication
let office: DeskApplication
let sent: SentBundle
let shippedVersion: string
let newer: Readonly<Record<string, unknown>>

/** The newest shipped pack under a later name, with one more look for everybody; in force at once. */
async function newerPack(): Promise<Record<string, unknown>> {
  const folders = (await readdir(SHIPPED, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  shippedVersion =
    folders
      .map(({ name }) => name)
      .sort()
      .at(-1) ?? ''
  const folder = join(SHIPPED, shippedVersion)
  const names = (await readdir(folder)).filter((name) => name !== 'signature.json')
  const read = async (name: string): Promise<[string, unknown]> => [
    name,
    JSON.parse(await readFile(join(folder, name), 'utf8')),
  ]
  const files = Object.fromEntries(await Promise.all(names.map(read)))
  const manifest = files['pack.json'] as { counts: Record<string, number> }
  const { rules } = files['desk.json'] as { rules: unknown[] }
  const { sources } = files['sources.json'] as { sources: { key: string }[] }
  const title = { zh: '备注已看过', en: 'Remarks looked at' }
  const rule = testRule(NEW_LINE, { title, source: { key: sources[0]?.key, checked: 're-read' } })
  return {
    ...files,
    'pack.json': {
      ...manifest,
      version: NEWER,
      counts: { ...manifest.counts, desk: (manifest.counts['desk'] ?? 0) + 1 },
    },
    'desk.json': { rules: [...rules, rule] },
  }
}

test.beforeAll(async ({ office: place }) => {
  newer = await newerPack()
  const filing = { filingType: 'first-filing', nature: 'enterprise', province: '330000' } as const
  sent = await sendBundle(place.server, {
    ...filing,
    seed: 'rules',
    submittedAt: submittedDaysAgo(3, Date.now()),
  })
  reviewer = await place.openDesk('reviewer')
  office = await place.openDesk('office')
})

test('a reviewer begins with a case under the pack of its day', async () => {
  await signInPage(reviewer.page).signIn(TEAM.chen)
  expect(await queuePage(reviewer.page).drawNext()).toBe(sent.made.bundle.orderNumber)
  await expect(casePage(reviewer.page).lines.first()).toBeVisible()
  await expect(reviewer.page.getByTestId('pack-offer')).toHaveCount(0)
  await expect(
    reviewer.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '规则包' }),
  ).toHaveCount(0)
})

test('a supervisor is told why an unsigned pack is not taken', async ({ office: { folder } }) => {
  await signInPage(office.page).signIn(TEAM.zhou)
  await deskFrame(office.page).goTo('规则包')
  const rules = rulesPage(office.page)
  await expect(rules.pack(shippedVersion)).toContainText('现行')
  const file = join(folder, 'unsigned.zip')
  await writeFile(file, zipFiles(newer))
  await chooseInDialog(office, file)
  await rules.import()
  await expect(rules.problems).toContainText('signature.json')
})

test('the supervisor imports a signed pack, sees what it changes, and tries it on the queue', async ({
  office: { folder },
}) => {
  const file = join(folder, 'signed.zip')
  await writeFile(file, zipFiles(signed(newer, PROVIDER_KEY)))
  await chooseInDialog(office, file)
  const rules = rulesPage(office.page)
  await rules.import()
  await expect(rules.pack(NEWER)).toContainText('提案')
  await expect(rules.difference('added')).toContainText(NEW_LINE)
  await expect(rules.activate).toBeDisabled()
  await rules.tryOut()
  await expect(rules.dryRun).toContainText('未决 1 件，有变化 1 件')
  await rules.filterByRule(NEW_LINE)
  await expect(rules.changes).toHaveCount(1)
  await expect(rules.changes).toContainText(sent.made.bundle.orderNumber)
  await expect(rules.activate).toBeDisabled()
  await expect(rules.detail).toContainText('须由另一位主管同意启用')
})

test('a second supervisor puts it into force', async () => {
  await deskFrame(office.page).signOut()
  await signInPage(office.page).signIn(TEAM.sun)
  await deskFrame(office.page).goTo('规则包')
  const rules = rulesPage(office.page)
  await rules.activate.click()
  await expect(rules.pack(NEWER)).toContainText('现行')
  await expect(rules.detail).toContainText('孙立')
})

test('the reviewer’s case offers the newer pack, and adopting it brings its line', async ({
  office: { server },
}) => {
  await deskFrame(reviewer.page).syncNow()
  const offer = reviewer.page.getByTestId('pack-offer')
  await expect(offer).toContainText('新规则包可用：与本件的差异 1 处')
  await expect(casePage(reviewer.page).line(NEW_LINE)).toHaveCount(0)
  await offer.getByRole('button', { name: '查看' }).click()
  await expect(offer.getByTestId('pack-offer-change')).toContainText('备注已看过')
  await offer.getByRole('button', { name: '改用新规则包' }).click()
  await expect(offer).toHaveCount(0)
  await expect(casePage(reviewer.page).line(NEW_LINE)).toBeVisible()
  await deskFrame(reviewer.page).expectAllSent()
  const supervisor = await connectToServer(server.url, TEAM.sun)
  await expect.poll(async () => (await supervisor.readCase(sent.accepted.caseId)).rulePack).toBe(NEWER)
  const { timeline } = await supervisor.readCase(sent.accepted.caseId)
  expect(timeline.at(-1)).toMatchObject({ kind: 'rule-pack-adopted', actor: TEAM.chen.displayName })
  await reviewer.page.getByRole('tab', { name: '时间线' }).click()
  await expect(reviewer.page.getByTestId('timeline')).toContainText('改用新规则包')
})
