import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/** @returns {boolean} whether this process may do everything on this machine (never true on Windows) */
export function isRoot() {
  return process.getuid?.() === 0
}

/**
 * Where runtimes and built addons are kept, keyed by version and content so that several clones share them.
 * Root's own cache would be out of reach for the unprivileged user that the workstation runs as, so root uses /var/cache.
 *
 * @param {{ root?: boolean, env?: Readonly<Record<string, string | undefined>>, home?: string }} [machine]
 * @returns {string}
 */
export function cacheRoot({ root = isRoot(), env = process.env, home = os.homedir() } = {}) {
  if (env.BEIAN_CACHE_ROOT !== undefined && env.BEIAN_CACHE_ROOT !== '') {
    return path.resolve(env.BEIAN_CACHE_ROOT)
  }
  if (root) {
    return '/var/cache/beian-desk'
  }
  const base = env.XDG_CACHE_HOME
  return path.join(
    base !== undefined && path.isAbsolute(base) ? base : path.join(home, '.cache'),
    'beian-desk',
  )
}

/**
 * @param {...string} parts
 * @returns {string} an absolute path inside the project
 */
export function inProject(...parts) {
  return path.join(projectRoot, ...parts)
}
