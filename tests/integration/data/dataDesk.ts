import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { createDataOperations, type DataOptions } from '../../../electron/data/createDataOperations'
import type { DataOperations } from '../../../electron/data/dataOperations'
import type { Case } from '../../../shared/protocol/case'
import { COMPLETE_DRAFT, LINES, makeCase, makeHold, makeRow, NOW, SESSION, uuid } from './sampleData'

export const PASSWORD = 'correct horse battery'
/** The real cost takes a second a time; its strength is not what these tests are about. */
export const CHEAP_KDF = { memoryKiB: 64, passes: 1, parallelism: 1 }
export const NATIVE_BINDING = process.env.BEIAN_SQLITE_ADDON

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'beian-data-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function makeOperations(options: DataOptions = {}): DataOperations {
  return createDataOperations({ nativeBinding: NATIVE_BINDING, kdfCost: CHEAP_KDF, ...options })
}

/** An open profile in a folder of its own, closed after the test, with somebody signed in. */
export async function openDesk(folder = path.join(temporaryFolder(), 'profile')): Promise<DataOperations> {
  const data = makeOperations()
  const opened = await data.openProfile({ folder, password: PASSWORD, create: true })
  if (!opened.ok) {
    throw new Error(`The profile did not open: ${opened.error}`)
  }
  onTestFinished(() => data.closeProfile())
  data.saveSession(SESSION)
  return data
}

/** Brings a case onto the desk: queue row, hold, data. */
export function takeCase(data: DataOperations, number: number, filingCase: Case = makeCase(number)): string {
  data.applyFeed({
    rows: [makeRow(number, { version: filingCase.version, state: filingCase.state })],
    cursor: data.readCursor() + 1,
    userId: SESSION.user.id,
  })
  data.storeCase({ filingCase, hold: makeHold(number), now: NOW })
  return uuid(number)
}

/** A held case, ticked and passed: its command waits in the outbox. */
export function passCase(data: DataOperations, number: number): { caseId: string; commandId: string } {
  const caseId = takeCase(data, number)
  data.saveDraft({ caseId, draft: COMPLETE_DRAFT, now: NOW })
  const commandId = uuid(0xc00000 + number)
  const decided = data.decide({
    commandId,
    caseId,
    verdict: 'pass',
    reasons: [],
    internalNote: '',
    lines: LINES,
    carried: [],
    now: NOW,
  })
  if (!decided.ok) {
    throw new Error(`Not decided: ${decided.error.code}`)
  }
  return { caseId, commandId }
}
