import { readFile } from 'node:fs/promises'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect } from '@playwright/test'
import { sendBundle } from '../../helpers/e2e/bundles'
import { test } from '../../helpers/e2e/deskTest'
import { casePage } from '../../helpers/e2e/pages/casePage'
import { deskFrame } from '../../helpers/e2e/pages/deskFrame'
import { queuePage } from '../../helpers/e2e/pages/queuePage'
import { signInPage } from '../../helpers/e2e/pages/signInPage'
import { connectToServer } from '../../helpers/e2e/serverClient'
import { TEAM } from '../../helpers/e2e/team'

test.use({ officeName: 'packaged' })

/** As electron-builder.yml says; the package for tests differs by the inspector through which it is driven. */
const FUSES = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
} as const

test('the fuses of the packaged binary are as they were chosen', async () => {
  const wire = await getCurrentFuseWire(packagedExecutable())
  for (const [fuse, isOn] of Object.entries(FUSES)) {
    // On the wire a fuse is the character 1 or 0.
    const state = Object.entries(wire).find(([name]) => name === fuse)?.[1]
    expect(state, `fuse ${fuse}`).toBe((isOn ? '1' : '0').charCodeAt(0))
  }
})

function packagedExecutable(): string {
  const executablePath = process.env['BEIAN_PACKAGED_EXECUTABLE']
  if (executablePath === undefined) {
    throw new Error('BEIAN_PACKAGED_EXECUTABLE must name the packaged application')
  }
  return executablePath
}

/** The application as people install it: archive, its own SQLite addon, its own Node for the media process. */
test('the packaged application signs in, draws, examines pictures and decides', async ({ office }) => {
  const executablePath = packagedExecutable()
  const { made, accepted } = await sendBundle(office.server, {
    seed: 'packaged',
    filingType: 'first-filing',
    nature: 'enterprise',
    pictures: 'full',
  })
  const desk = await office.openDesk('packaged', executablePath)
  expect(await desk.app.evaluate(({ app }) => app.isPackaged)).toBe(true)
  await signInPage(desk.page).signIn(TEAM.chen)
  await deskFrame(desk.page).expectAllExamined()
  expect(await queuePage(desk.page).drawNext()).toBe(made.bundle.orderNumber)
  const review = casePage(desk.page)
  await review.expectPictureDrawn(1)
  await expect(review.pane(1).getByTestId('findings')).toContainText('项检查符合')
  const [renderer] = await desk.app.evaluate(({ app }) =>
    app.getAppMetrics().filter(({ type }) => type === 'Tab'),
  )
  const status = await readFile(`/proc/${String(renderer?.pid)}/status`, 'utf8')
  expect(/^Seccomp:\s+(\d)$/m.exec(status)?.[1]).toBe('2')

  await review.returnWith('执照照片缺一角', '请重新拍摄完整的营业执照')
  await review.expectAcknowledged()
  const supervisor = await connectToServer(office.server.url, TEAM.zhou)
  expect((await supervisor.readCase(accepted.caseId)).state).toBe('returned')
})
