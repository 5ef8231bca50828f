import { lstat, readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'

/** A bundle on disk, as a zip or as a folder that has a filing.json. */
export interface BundleSource {
  readonly name: string
  readonly path: string
  readonly kind: 'zip' | 'folder'
}

const MANIFEST_NAME = 'filing.json'

/**
 * Bundles at a path: a zip, a bundle's folder, or a folder of either, in the order of their names. Links are not
 * followed. Empty when there is none.
 */
export async function findBundles(path: string): Promise<readonly BundleSource[]> {
  const found = await asBundle(path)
  if (found) {
    return [found]
  }
  const names = await readdir(path).catch(() => [])
  const within = await Promise.all(names.sort().map((name) => asBundle(join(path, name))))
  return within.filter((source) => source !== null)
}

async function asBundle(path: string): Promise<BundleSource | null> {
  const name = basename(resolve(path))
  const stat = await lstat(path).catch(() => null)
  if (stat?.isFile() === true) {
    return path.toLowerCase().endsWith('.zip') ? { name, path, kind: 'zip' } : null
  }
  if (stat?.isDirectory() !== true) {
    return null
  }
  const manifest = await lstat(join(path, MANIFEST_NAME)).catch(() => null)
  return manifest?.isFile() === true ? { name, path, kind: 'folder' } : null
}
