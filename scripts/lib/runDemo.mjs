import { rm } from 'node:fs/promises'
import { layFreshDemonstration, startDemonstration } from './demonstration.mjs'
import { startVirtualDisplay } from './display.mjs'
import { giveBack } from './giveBack.mjs'
import { inProject } from './paths.mjs'
import { runInWorkshop } from './runInWorkshop.mjs'

/**
 * Shows the main job on the real application without anybody at the screen: a fresh server and workstation, driven by
 * scripts/demo/run.ts, which leaves its pictures and its package in demo-output/.
 *
 * @param {import('./setUp.mjs').Workshop} workshop
 * @returns {Promise<number>} exit code
 */
export async function runDemo(workshop) {
  const folder = inProject('.cache', 'demo-run')
  const output = inProject('demo-output')
  await Promise.all([
    rm(folder, { recursive: true, force: true }),
    rm(output, { recursive: true, force: true }),
  ])
  await layFreshDemonstration(workshop, folder)
  const demonstration = await startDemonstration(workshop, folder)
  await workshop.user.own(output)
  const display = await startVirtualDisplay(workshop.user, workshop.children)
  try {
    return await runInWorkshop(
      workshop,
      process.execPath,
      ['--import', 'tsx', inProject('scripts', 'demo', 'run.ts')],
      {
        ...display,
        BEIAN_SERVER_URL: demonstration.serverUrl,
        BEIAN_USER_DATA: demonstration.userData,
        BEIAN_DEMO_ACCOUNTS: demonstration.accountsFile,
        BEIAN_DEMO_BUNDLES: demonstration.bundles,
        BEIAN_DEMO_OUTPUT: output,
        INTAKE_TOKEN: demonstration.intakeToken,
      },
    )
  } finally {
    await giveBack(output)
  }
}
