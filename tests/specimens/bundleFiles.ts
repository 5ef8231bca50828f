import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { zipSync } from 'fflate'
import type { Bundle } from '../../shared/domain/filing'
import type { MadeBundle } from './makeBundle'

/** Archives carry this time, so that the same bundle gives the same bytes. */
const ARCHIVE_TIME = new Date(2026, 0, 1)

/** Writes `filing.json` and the documents into a new folder; the folder appears whole or not at all. */
export async function writeBundle(folder: string, made: MadeBundle<Bundle>): Promise<void> {
  const staging = `${folder}.partial`
  await rm(staging, { recursive: true, force: true })
  for (const [name, bytes] of entriesOf(made)) {
    const target = path.join(staging, ...name.split('/'))
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, bytes)
  }
  await rm(folder, { recursive: true, force: true })
  await rename(staging, folder)
}

/** The same as one archive. Pictures are stored, they are compressed already. */
export function zipBundle(made: MadeBundle<Bundle>): Uint8Array {
  const entries = entriesOf(made).map(([name, bytes]) => {
    const level = name.endsWith('.json') ? 6 : 0
    return [name, [bytes, { level, mtime: ARCHIVE_TIME }]] as const
  })
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0])
}

function entriesOf(made: MadeBundle<Bundle>): readonly (readonly [string, Uint8Array])[] {
  const filing = new TextEncoder().encode(`${JSON.stringify(made.bundle, undefined, 2)}\n`)
  return [['filing.json', filing], ...made.files]
}
