import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect } from '@playwright/test'
import { environmentOf, PROJECT, switchesForChromium, temporaryFilesOf } from './launchDesk'
import { processTree } from './processFiles'

/**
 * Starts the built workstation as people do, without the switches that Playwright gives to every Electron, and answers the command
 * lines of its renderers and of its process for graphics. It is ended then.
 */
export async function commandLinesOfDesk(place: {
  readonly serverUrl: string
  readonly machine: string
}): Promise<readonly string[]> {
  await mkdir(temporaryFilesOf(place.machine), { recursive: true })
  // Outside of Electron the package is the path of its program.
  const program = createRequire(import.meta.url)('electron') as string
  const child = spawn(program, [PROJECT, ...switchesForChromium()], {
    env: await environmentOf(place),
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  try {
    let lines: readonly string[] = []
    await expect(async () => {
      lines = await commandLines(child.pid ?? -1)
      for (const type of ['renderer', 'gpu-process']) {
        expect(lines.some((line) => line.includes(`--type=${type}`))).toBe(true)
      }
    }).toPass({ timeout: 60_000 })
    return lines.filter((line) => /--type=(?:renderer|gpu-process)/.test(line))
  } finally {
    child.kill('SIGKILL')
    await ended
  }
}

async function commandLines(pid: number): Promise<readonly string[]> {
  const tree = await processTree(pid)
  // One that has ended meanwhile has no command line any more.
  const read = tree.map((own) => readFile(`/proc/${String(own)}/cmdline`, 'utf8').catch(() => ''))
  return (await Promise.all(read)).map((line) => line.replaceAll('\0', ' '))
}
