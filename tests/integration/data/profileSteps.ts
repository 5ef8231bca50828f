import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { DataOperations } from '../../../electron/data/dataOperations'
import { makeOperations, PASSWORD, temporaryFolder } from './dataDesk'
import { SESSION, sha256Of } from './sampleData'

export function profileFolder(): string {
  return path.join(temporaryFolder(), 'profile')
}

/** Opens, works and closes: a folder as a working day leaves it. */
export async function makeProfile(folder: string, work: (data: DataOperations) => void = () => undefined) {
  const data = makeOperations()
  expect(await data.openProfile({ folder, password: PASSWORD, create: true })).toEqual({
    ok: true,
    value: { created: true, waits: false },
  })
  data.saveSession(SESSION)
  work(data)
  data.closeProfile()
}

export async function reopen(folder: string, password = PASSWORD, create = false) {
  const data = makeOperations()
  const result = await data.openProfile({ folder, password, create })
  return { data, result }
}

export async function expectRefused(folder: string, problem: string) {
  const before = snapshot(folder)
  const { result } = await reopen(folder, PASSWORD, true)
  expect(result).toEqual({ ok: false, error: problem })
  expect(snapshot(folder)).toEqual(before)
}

/** Hash of every file that holds something; whoever reads makes the log's index and an empty log. */
export function snapshot(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesOf(folder)
      .filter((file) => statSync(file).size > 0 || !file.endsWith('-wal'))
      .map((file) => [path.relative(folder, file), sha256Of(readFileSync(file))]),
  )
}

export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('-shm'))
    .map((entry) => path.join(entry.parentPath, entry.name))
}

export function database(folder: string): string {
  return path.join(folder, 'desk.sqlite')
}

export function signIn(data: DataOperations): DataOperations {
  data.saveSession(SESSION)
  return data
}
