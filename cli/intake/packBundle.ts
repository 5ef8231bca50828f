import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import type { BundleSource } from './findBundles'
import type { IntakeProblem } from '../../shared/protocol/apiModels'
import { BUNDLE_LIMITS } from '../../shared/protocol/limits'
import { refusal, success, type Result } from '../../shared/result'

/** Times say nothing about a bundle; one fixed day makes equal folders equal archives. */
const ENTRY_TIME = '2020-01-01T12:00:00'

/**
 * The bytes to send for a bundle: a zip as it is, a folder packed without compression, for pictures have none left.
 * Only plain files are read; anything else in the folder is a problem and not followed.
 */
export async function packBundle(
  source: BundleSource,
): Promise<Result<Uint8Array, readonly IntakeProblem[]>> {
  if (source.kind === 'zip') {
    const { size } = await lstat(source.path)
    return size > BUNDLE_LIMITS.bundleBytes ? tooLarge() : success(await readFile(source.path))
  }
  const files = new Map<string, string>()
  const problems: IntakeProblem[] = []
  const bytes = await collect(source.path, '', files, problems)
  if (problems.length > 0) {
    return refusal(problems)
  }
  if (bytes > BUNDLE_LIMITS.bundleBytes) {
    return tooLarge()
  }
  const contents = await Promise.all(
    [...files].map(async ([name, path]) => [name, await readFile(path)] as const),
  )
  return success(zipSync(Object.fromEntries(contents), { level: 0, mtime: ENTRY_TIME }))
}

/** Lists the plain files below a folder and answers their size in all. */
async function collect(
  folder: string,
  prefix: string,
  files: Map<string, string>,
  problems: IntakeProblem[],
): Promise<number> {
  let bytes = 0
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name)
    const stat = await lstat(path)
    if (stat.isDirectory()) {
      bytes += await collect(path, `${prefix}${name}/`, files, problems)
    } else if (stat.isFile()) {
      files.set(`${prefix}${name}`, path)
      bytes += stat.size
    } else {
      problems.push({
        code: 'path-unsafe',
        path: `${prefix}${name}`,
        message: 'It is a link or no plain file',
      })
    }
  }
  return bytes
}

function tooLarge(): Result<never, readonly IntakeProblem[]> {
  const message = `It is larger than ${BUNDLE_LIMITS.bundleBytes} bytes`
  return refusal([{ code: 'archive-too-large', path: '', message }])
}
