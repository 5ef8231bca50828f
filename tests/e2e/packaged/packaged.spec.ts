import { readFile } from 'node:fs/promises'
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

/** The application as people install it: archive, its own SQLite addon, its own Node for the media process. */
test('the packaged application signs in, draws, examines pictures and decides', async ({ office }) => {
  const executablePath = process.env['BEIAN_PACKAGED_EXECUTABLE']
  if (executablePath === undefined) {
    throw new Error('BEIAN_PACKAGED_EXECUTABLE must name the packaged application')
  }
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
  await expect(review.pane(1).getByTestId('findings')).toContainText('像素')
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
