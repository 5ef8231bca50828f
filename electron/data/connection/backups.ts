import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { flushFolder, makePrivateFolder, UNFINISHED_SUFFIX } from '../../common/durableFile'
import { prepareWrite, type WritableDb } from './handles'

const FOLDER = 'backups'
const KEPT = 3
/** `desk-<running number>-v<schema version>.sqlite`; the number, not a clock, says which is older. */
const NAME = /^desk-(\d+)-v\d+\.sqlite$/

/**
 * Copies the open database into the profile's backup folder, encrypted under the same key, and keeps the last three.
 * `VACUUM INTO` reads every page on the way, so a copy that comes to stand is a readable one.
 */
export function backUp(db: WritableDb, profileFolder: string, version: number): string {
  const folder = path.join(profileFolder, FOLDER)
  makePrivateFolder(folder)
  const earlier = listBackups(folder)
  const file = path.join(folder, `desk-${(earlier.at(-1)?.number ?? 0) + 1}-v${version}.sqlite`)
  const unfinished = `${file}${UNFINISHED_SUFFIX}`
  rmSync(unfinished, { force: true })
  // An empty file is what VACUUM INTO accepts as target; made here, it is the owner's alone from the start.
  closeSync(openSync(unfinished, 'wx', 0o600))
  prepareWrite<{ target: string }>(db, 'VACUUM INTO :target').run({ target: unfinished })
  flushFile(unfinished)
  renameSync(unfinished, file)
  flushFolder(folder)
  for (const old of earlier.slice(0, Math.max(0, earlier.length + 1 - KEPT))) {
    rmSync(path.join(folder, old.name), { force: true })
  }
  return file
}

function listBackups(folder: string): ReadonlyArray<{ readonly name: string; readonly number: number }> {
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names
    .flatMap((name) => {
      const number = NAME.exec(name)?.[1]
      return number === undefined ? [] : [{ name, number: Number(number) }]
    })
    .sort((one, other) => one.number - other.number)
}

function flushFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
