import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { flushFolder } from '../../common/durableFile'
import { KEYRING_FILE, readKeyring } from './keyring'

/**
 * Removes the folder of a closed profile in which nobody has signed in. The keyring goes last, and journals before their database:
 * what is left of an interrupted removal is a profile that waits, and nothing that looks damaged.
 */
export function removeUnused(folder: string): void {
  const keyring = readKeyring(folder)
  if (!keyring.ok || keyring.value.state === 'ready') {
    throw new Error('Only a profile in which nobody has signed in is removed')
  }
  for (const name of readdirSync(folder).sort().reverse()) {
    if (name !== KEYRING_FILE) {
      rmSync(path.join(folder, name), { recursive: true })
    }
  }
  rmSync(folder, { recursive: true })
  flushFolder(path.dirname(folder))
}
