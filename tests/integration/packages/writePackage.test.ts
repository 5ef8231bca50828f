import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { problemOf, writePackage } from '../../../electron/workflows/packages/writePackage'

const bytes = Buffer.from('the bytes of a package')
const fileName = 'BA-20261120-0007-v6-1a2b3c4d.zip'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'beian-packages-'))
})

afterEach(async () => {
  await chmod(folder, 0o700)
  await rm(folder, { recursive: true })
})

describe('writePackage', () => {
  it('writes the whole file for its owner alone and leaves nothing else behind', async () => {
    const written = await writePackage({ folder, fileName, bytes })
    expect(written).toEqual({ ok: true, value: { path: path.join(folder, fileName), wasThere: false } })
    expect(await readFile(path.join(folder, fileName))).toEqual(bytes)
    expect((await stat(path.join(folder, fileName))).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual([fileName])
  })

  it('accepts that the same package is there already', async () => {
    await writePackage({ folder, fileName, bytes })
    const again = await writePackage({ folder, fileName, bytes })
    expect(again.ok && again.value.wasThere).toBe(true)
    expect(await readdir(folder)).toEqual([fileName])
  })

  it('never replaces a different file of that name', async () => {
    await writeFile(path.join(folder, fileName), 'something else')
    expect(await writePackage({ folder, fileName, bytes })).toEqual({
      ok: false,
      error: 'different-file-exists',
    })
    expect(await readFile(path.join(folder, fileName), 'utf8')).toBe('something else')
    expect(await readdir(folder)).toEqual([fileName])
  })

  it('never writes through a link that somebody put in its place', async () => {
    const elsewhere = path.join(folder, 'elsewhere')
    await writeFile(elsewhere, 'kept')
    await symlink(elsewhere, path.join(folder, fileName))
    expect(await writePackage({ folder, fileName, bytes })).toEqual({
      ok: false,
      error: 'different-file-exists',
    })
    expect(await readFile(elsewhere, 'utf8')).toBe('kept')
    await rm(elsewhere)
    expect(await writePackage({ folder, fileName, bytes })).toEqual({
      ok: false,
      error: 'different-file-exists',
    })
  })

  it('replaces a file that is known as ours, whole or not at all', async () => {
    const former = Buffer.from('ours, for somebody else')
    const own = [createHash('sha256').update(former).digest('hex')]
    await writePackage({ folder, fileName, bytes: former })
    const freeBytes = (): Promise<number> => Promise.resolve(1000)
    expect(await writePackage({ folder, fileName, bytes, own, freeBytes })).toMatchObject({
      error: 'disk-full',
    })
    expect(await readFile(path.join(folder, fileName))).toEqual(former)
    expect(await writePackage({ folder, fileName, bytes, own })).toMatchObject({ value: { wasThere: false } })
    expect(await readFile(path.join(folder, fileName))).toEqual(bytes)
    expect(await readdir(folder)).toEqual([fileName])
  })

  it('leaves alone what took the place of ours while the new one was being written', async () => {
    const former = Buffer.from('ours, for somebody else')
    const own = [createHash('sha256').update(former).digest('hex')]
    await writePackage({ folder, fileName, bytes: former })
    const freeBytes = async (): Promise<number> => {
      await writeFile(path.join(folder, fileName), 'somebody was quicker')
      return 1e12
    }
    expect(await writePackage({ folder, fileName, bytes, own, freeBytes })).toEqual({
      ok: false,
      error: 'different-file-exists',
    })
    expect(await readFile(path.join(folder, fileName), 'utf8')).toBe('somebody was quicker')
    expect(await readdir(folder)).toEqual([fileName])
  })

  it('refuses before it writes when the disk is full', async () => {
    const freeBytes = (): Promise<number> => Promise.resolve(1000)
    expect(await writePackage({ folder, fileName, bytes, freeBytes })).toEqual({
      ok: false,
      error: 'disk-full',
    })
    expect(await readdir(folder)).toEqual([])
  })

  it('lets only one of two writers of different packages have the name', async () => {
    const other = Buffer.from('the bytes of another')
    const results = await Promise.all([
      writePackage({ folder, fileName, bytes }),
      writePackage({ folder, fileName, bytes: other }),
    ])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(await readdir(folder)).toEqual([fileName])
  })

  it('names a folder that is gone or is none', async () => {
    expect(await writePackage({ folder: path.join(folder, 'gone'), fileName, bytes })).toEqual({
      ok: false,
      error: 'folder-missing',
    })
    await writeFile(path.join(folder, 'file'), '')
    expect(await writePackage({ folder: path.join(folder, 'file'), fileName, bytes })).toEqual({
      ok: false,
      error: 'folder-missing',
    })
  })

  it('names a folder that cannot be written', async () => {
    // The superuser may write into any folder of a disk; the kernel's own answers as if it were not there.
    const isSuperuser = process.getuid?.() === 0
    const locked = isSuperuser ? '/proc' : path.join(folder, 'locked')
    if (!isSuperuser) {
      await mkdir(locked, { mode: 0o500 })
    }
    const freeBytes = (): Promise<number> => Promise.resolve(1e12)
    expect(await writePackage({ folder: locked, fileName, bytes, freeBytes })).toEqual({
      ok: false,
      error: isSuperuser ? 'folder-missing' : 'not-writable',
    })
  })
})

describe('problemOf', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'not-writable'],
    ['EROFS', 'not-writable'],
    ['ENOENT', 'folder-missing'],
    ['EINVAL', null],
  ])('reads %s as %s', (code, problem) => {
    expect(problemOf(Object.assign(new Error('refused'), { code }))).toBe(problem)
  })
})
