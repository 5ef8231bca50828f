import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const MEMORY = '/dev/shm'

/** A folder of its own, in memory where there is such a place: thousands of profiles are made and thrown away. */
export function fastFolder(): string {
  const name = 'beian-model-'
  try {
    return mkdtempSync(path.join(MEMORY, name))
  } catch {
    return mkdtempSync(path.join(os.tmpdir(), name))
  }
}
