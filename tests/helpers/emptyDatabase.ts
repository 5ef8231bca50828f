import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { openEmbedded } from '../../server/store/openEmbedded'

const MODULES = path.resolve(import.meta.dirname, '../../node_modules')

/**
 * Puts an embedded database without tables where a server with this data folder looks for it, unless there is one. Making
 * one takes seconds of a core, so the first test that needs one makes it, and all others copy it. The server itself makes
 * one from nothing in `tests/integration/server/process.test.ts`.
 */
export async function placeEmptyDatabase(dataFolder: string): Promise<void> {
  const database = path.join(dataFolder, 'database')
  if (existsSync(database)) {
    return
  }
  const template = await templateFolder()
  if (!existsSync(template)) {
    await makeTemplate(template)
  }
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  await cp(template, database, { recursive: true })
}

async function templateFolder(): Promise<string> {
  const manifest = await readFile(path.join(MODULES, '@electric-sql/pglite/package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { readonly version: string }
  const cache =
    process.env['BEIAN_TOOL_CACHE'] ?? path.join(os.tmpdir(), `beian-tests-${os.userInfo().username}`)
  return path.join(cache, `embedded-database-${version}`)
}

async function makeTemplate(template: string): Promise<void> {
  await mkdir(path.dirname(template), { recursive: true })
  const own = await mkdtemp(`${template}-`)
  const made = await openEmbedded(own)
  await made.close()
  try {
    await rename(path.join(own, 'database'), template)
  } catch (error) {
    // Another process was first; its database is as good.
    if (!existsSync(template)) {
      throw error
    }
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}
