import { rmSync } from 'node:fs'
import { bundlePrograms } from './bundlePrograms'
import { createDeskKiller } from './killDesk'
import { createServerKiller } from './killServer'
import { fastFolder } from '../model/fastFolder'
import { provideDatabase } from '../helpers/serverDatabase'

export const KILL_TARGETS = ['desk', 'server-postgres', 'server-embedded'] as const
export type KillTarget = (typeof KILL_TARGETS)[number]

/** Moments within a step, in microseconds: a commit takes about that long. */
const SPIN_STEP = 37
const LONGEST_SPIN = 200

export interface Kill {
  readonly index: number
  readonly point: number
  /** What was being written; null when the day was over before. */
  readonly where: string | null
}

/**
 * Ends the target's process at some of `total` points spread evenly over all its write steps, `indexes` saying which,
 * and looks each time whether all is as it was told. Throws at the first that is not.
 */
export async function runKills(
  target: KillTarget,
  total: number,
  indexes: readonly number[],
  onKill: (kill: Kill) => void,
): Promise<void> {
  const programs = await bundlePrograms()
  const folder = fastFolder()
  const killer = await makeKiller(target, folder, programs)
  try {
    const steps = await killer.countSteps()
    for (const index of indexes) {
      const point = 1 + Math.floor((steps * (index + 0.5)) / total)
      const where = await killer.kill(point, (index * SPIN_STEP) % LONGEST_SPIN).catch((cause: unknown) => {
        throw new Error(`${target}: ended at point ${String(point)} of ${String(steps)}`, { cause })
      })
      onKill({ index, point, where })
    }
  } finally {
    await killer.close()
    rmSync(folder, { recursive: true, force: true })
    programs.remove()
  }
}

async function makeKiller(
  target: KillTarget,
  folder: string,
  { deskProgram, serverProgram }: Awaited<ReturnType<typeof bundlePrograms>>,
) {
  if (target !== 'desk') {
    const kind = target === 'server-postgres' ? 'postgres' : 'embedded'
    return createServerKiller(kind, folder, serverProgram)
  }
  const place = await provideDatabase('postgres')
  const killer = await createDeskKiller(await place.open(), folder, deskProgram)
  return {
    ...killer,
    async close() {
      await killer.close()
      await place.remove()
    },
  }
}
