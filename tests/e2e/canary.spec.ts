import { join } from 'node:path'
import { expect } from '@playwright/test'
import { submittedDaysAgo } from '../helpers/e2e/bundles'
import {
  JPEG_HEADS,
  pictureCanaries,
  scanFolder,
  scanOpenDeletedFiles,
  scanOutput,
  textCanaries,
  type Canary,
} from '../helpers/e2e/canaryScan'
import { openDeletedFiles, processTree } from '../helpers/e2e/processFiles'
import { test, type Office } from '../helpers/e2e/deskTest'
import type { DeskApplication } from '../helpers/e2e/launchDesk'
import { casePage } from '../helpers/e2e/pages/casePage'
import { deskFrame } from '../helpers/e2e/pages/deskFrame'
import { queuePage } from '../helpers/e2e/pages/queuePage'
import { signInPage } from '../helpers/e2e/pages/signInPage'
import { TEAM } from '../helpers/e2e/team'
import { makeBundle, zipBundle } from '../specimens/index'

/**
 * Names, numbers and pictures that occur nowhere else in the world go through the whole application; then everything
 * that the workstation has left on its disk, in its temporary files and in its log is searched for them. The review
 * server's own data is not a workstation's and is not searched; its log is.
 */
test.describe.configure({ mode: 'serial' })
test.use({ officeName: 'canary' })

/** The machine whose disk is searched. */
const MACHINE = 'canary'
const NAME = '欧阳翠微岚'
const ID_NUMBER = '330102197703174815'
const MOBILE = '13955501927'
const COMPANY = '杭州翠微岚珑玥琉科技有限公司'
const PROBLEM = '身份证住址与户籍翠微巷不符'
const NOTE = '已与欧阳女士通话，七日内补证'

const canaries: Canary[] = [NAME, ID_NUMBER, MOBILE, COMPANY, PROBLEM, NOTE, TEAM.chen.password].flatMap(
  textCanaries,
)
let desk: DeskApplication

test.beforeAll(async ({ office }) => {
  const ago = submittedDaysAgo(1, Date.now())
  const made = await makeBundle({
    seed: 'canary',
    filingType: 'first-filing',
    nature: 'enterprise',
    province: '330000',
    submittedAt: ago,
  })
  const text = JSON.stringify(made.bundle)
  const { entity } = made.bundle.application
  const marked = text
    .replaceAll(entity.principal.name, NAME)
    .replaceAll(entity.principal.certificate.number, ID_NUMBER)
    .replaceAll(entity.principal.mobile, MOBILE)
    .replaceAll(entity.name, COMPANY)
  for (const canary of [NAME, ID_NUMBER, MOBILE, COMPANY]) {
    expect(marked).toContain(canary)
  }
  made.files.forEach((bytes, name) => canaries.push(...pictureCanaries(name, bytes)))
  const reply = await office.server.receive(
    zipBundle({ ...made, bundle: JSON.parse(marked) as typeof made.bundle }),
  )
  expect(reply.outcome).toBe('accepted')
  desk = await office.openDesk(MACHINE)
})

/** Searches the disk, what is open but deleted, and the logs. */
async function expectNothingInClear({ machine, server }: Office): Promise<void> {
  const onDisk = await scanFolder(machine(MACHINE), [...canaries, ...JPEG_HEADS])
  expect(onDisk.sightings).toEqual([])
  // A scan of nothing finds nothing: the encrypted database and the sealed pictures must have been read.
  expect(onDisk.bytes).toBeGreaterThan(100_000)
  expect((await scanOpenDeletedFiles(desk.pid, canaries)).sightings).toEqual([])
  // Playwright starts Chromium with --disable-dev-shm-usage; the workstation does not let it have a file for memory.
  const { files } = await openDeletedFiles(await processTree(desk.pid))
  expect(files.filter(({ place }) => place.includes('.org.chromium.'))).toEqual([])
  expect(scanOutput(desk.output(), 'log of the workstation', canaries)).toEqual([])
  expect(scanOutput(server.output(), 'log of the server', canaries)).toEqual([])
}

test('the search itself finds what is there', async ({ office }) => {
  const found = await scanFolder(join(office.folder, 'server'), canaries)
  expect(new Set(found.sightings.map(({ what }) => what))).toContain(`${COMPANY} (UTF-8)`)
  expect(found.sightings.some(({ what }) => what.includes('.jpg from byte'))).toBe(true)
})

test('nothing is in clear while a case is worked on, online and offline', async ({ office }) => {
  await signInPage(desk.page).signIn(TEAM.chen)
  await queuePage(desk.page).drawNext()
  const review = casePage(desk.page)
  await expect(review.form).toContainText(COMPANY)
  await expect(review.form).toContainText(NAME)
  await review.expectPictureDrawn(1)
  await review.expectPictureDrawn(2)
  await deskFrame(desk.page).expectAllExamined()
  await expectNothingInClear(office)

  office.cable.cut()
  const composer = await review.openReturn()
  await composer.addByHand(PROBLEM, '请更新身份证')
  await expect(deskFrame(desk.page).connection).toHaveText(/离线/)
  await expect(deskFrame(desk.page).saved).toHaveText('已保存在本机')
  await expectNothingInClear(office)
})

test('nothing is in clear after a power cut, and nothing after the work has been sent', async ({
  office,
}) => {
  await desk.kill()
  await expectNothingInClear(office)
  desk = await office.openDesk(MACHINE)
  await signInPage(desk.page).signIn(TEAM.chen)
  const queue = queuePage(desk.page)
  await queue.showView('mine')
  await queue.rows.first().click()
  await desk.page.getByTestId('preview-open').click()
  const review = casePage(desk.page)
  await desk.page.getByTestId('escalate').click()
  await desk.page.getByTestId('escalate-composer').getByRole('textbox').fill(NOTE)
  await review.confirm()
  await expectNothingInClear(office)
  office.cable.restore()
  await deskFrame(desk.page).syncNow()
  await deskFrame(desk.page).expectAllSent()
  await deskFrame(desk.page).signOut()
  await expectNothingInClear(office)
})
