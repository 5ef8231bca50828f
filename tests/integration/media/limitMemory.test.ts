import { spawn } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const MODULE = path.join(import.meta.dirname, '../../../electron/media/limitMemory.ts')

/** Runs a script under a bound of 300 MiB; how it ended. */
async function ended(
  script: string,
): Promise<{ readonly code: number | null; readonly signal: string | null }> {
  const child = spawn(process.execPath, [
    '--import',
    'tsx',
    '--input-type=module',
    '--eval',
    `import { limitMemory } from ${JSON.stringify(MODULE)}; limitMemory(300); ${script}`,
  ])
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      resolve({ code, signal })
    })
  })
}

describe('the bound on the memory of the media process', () => {
  it('ends a process that takes more outside the heap and never gives its thread back', async () => {
    const eat = 'const held = []; for (;;) { held.push(Buffer.alloc(4 * 1024 * 1024, 1)) }'
    expect(await ended(eat)).toEqual({ code: null, signal: 'SIGKILL' })
  }, 60_000)

  it('lets a process below it come to its end by itself', async () => {
    expect(await ended('const held = Buffer.alloc(16 * 1024 * 1024, 1)')).toEqual({ code: 0, signal: null })
  }, 60_000)
})
