import { mkdtempSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { startReviewServer } from './reviewServerProcess'
import { launchDesk } from './launchDesk'
import { TEAM } from './team'
import { makeBundle, zipBundle } from '../../specimens/index'
async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'explore-'))
  const shots = join(folder, 'shots')
  mkdirSync(shots)
  console.log('shots', shots)
  const server = await startReviewServer({ folder: join(folder, 'server') })
  const defects = [['invalid-id-number'], [], ['blurred'], [], [], []] as const
  for (let i = 0; i < 6; i++) {
    const made = await makeBundle({
      seed: 100 + i,
      filingType: 'first-filing',
      nature: i === 1 ? 'individual' : 'enterprise',
      province: '330000',
      defects: [...defects[i]!],
      pictures: i < 3 ? 'full' : 'tiny',
    })
    const r = await server.receive(zipBundle(made))
    console.log(i, made.bundle.orderNumber, r.outcome)
  }
  const desk = await launchDesk({ serverUrl: server.url, machine: join(folder, 'machine') })
  const { page } = desk
  page.on('console', (m) => console.log('console', m.type(), m.text()))
  page.on('pageerror', (e) => console.log('pageerror', e.message))
  try {
    await page.waitForTimeout(1500)
    await page.screenshot({ path: join(shots, '1.png') })
    await page.getByLabel('用户名').fill('chen')
    await page.getByLabel('密码').fill(TEAM.chen.password)
    await page.getByRole('button', { name: '登录' }).click()
    await page.waitForTimeout(5000)
    await page.screenshot({ path: join(shots, '2.png') })
    console.log((await page.locator('body').ariaSnapshot()).slice(0, 6000))
    await page.keyboard.press('n')
    await page.waitForTimeout(5000)
    await page.screenshot({ path: join(shots, '3.png') })
    console.log((await page.locator('body').ariaSnapshot()).slice(0, 14000))
  } catch (e) {
    console.log('ERR', e)
    await page.screenshot({ path: join(shots, 'err.png') }).catch(() => {})
  }
  console.log('OUTPUT', desk.output().slice(-3000))
  console.time('close')
  await desk.close()
  console.timeEnd('close')
  await server.stop()
  console.log(server.output().slice(-600))
}
void main()
