import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withCacheLock } from '../../../scripts/lib/cacheLock.mjs'
import { fillFolder, fingerprint, readStamp, writeStamp } from '../../../scripts/lib/stamps.mjs'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'beian-stamps-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('fillFolder', () => {
  it('leaves nothing behind when filling fails', async () => {
    const target = path.join(folder, 'cache', 'runtime')
    const failing = fillFolder(target, async (draft) => {
      await writeFile(path.join(draft, 'half'), 'x')
      throw new Error('interrupted')
    })
    await expect(failing).rejects.toThrow('interrupted')
    expect(await readdir(path.join(folder, 'cache'))).toEqual([])
  })

  it('replaces an older content as a whole', async () => {
    const target = path.join(folder, 'runtime')
    await fillFolder(target, (draft) => writeFile(path.join(draft, 'old'), '1'))
    await fillFolder(target, (draft) => writeFile(path.join(draft, 'new'), '2'))
    expect(await readdir(target)).toEqual(['new'])
    expect(await readdir(folder)).toEqual(['runtime'])
  })
})

describe('fingerprint', () => {
  it('changes with a name, a size or a time, and with a file that appears in an absent place', async () => {
    const source = path.join(folder, 'source')
    await mkdir(source)
    await writeFile(path.join(source, 'a.ts'), 'one')
    const places = [source, path.join(folder, 'absent')]
    const seen = [await fingerprint(places)]
    expect(await fingerprint(places)).toBe(seen[0])

    await writeFile(path.join(source, 'b.ts'), 'two')
    seen.push(await fingerprint(places))
    await utimes(path.join(source, 'a.ts'), 1000, 1000)
    seen.push(await fingerprint(places))
    await writeFile(path.join(folder, 'absent'), '')
    seen.push(await fingerprint(places))
    expect(new Set(seen).size).toBe(4)
  })
})

describe('stamps', () => {
  it('are read as written, with their rights, and are undefined where there is none', async () => {
    const file = path.join(folder, 'deep', 'stamp')
    expect(await readStamp(file)).toBeUndefined()
    await writeStamp(file, 'abc')
    expect(await readStamp(file)).toBe('abc')
    expect(await readdir(path.dirname(file))).toEqual(['stamp'])
  })
})

describe('withCacheLock', () => {
  it('lets one at a time in', async () => {
    const lock = path.join(folder, 'lock')
    const events: string[] = []
    const work = (name: string) => async () => {
      events.push(`${name} in`)
      await readFile(lock)
      events.push(`${name} out`)
    }
    await Promise.all([withCacheLock(lock, work('first')), withCacheLock(lock, work('second'))])
    expect(events[0]?.slice(0, -3)).toBe(events[1]?.slice(0, -4))
    expect(events).toHaveLength(4)
    expect(await readdir(folder)).toEqual([])
  })

  it('takes over from a process that is gone', async () => {
    const lock = path.join(folder, 'lock')
    // Above the highest process id that Linux gives.
    await writeFile(lock, '4194305')
    expect(await withCacheLock(lock, () => Promise.resolve('done'))).toBe('done')
  })

  it('gives the lock back after a failure', async () => {
    const lock = path.join(folder, 'lock')
    await expect(withCacheLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await readdir(folder)).toEqual([])
  })
})
