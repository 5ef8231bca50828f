import { readFile } from 'node:fs/promises'
import { recoverySettingsSchema, type RecoverySettings } from '../../shared/protocol/recovery'

/**
 * The signed settings of the team's recovery key, as `recovery-key new` writes them; null without a file. Who signed
 * them is for the workstations to judge. Throws when there is a file and it is none.
 */
export async function readRecovery(file: string | undefined): Promise<RecoverySettings | null> {
  if (file === undefined) {
    return null
  }
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`RECOVERY_FILE ${file} cannot be read`, { cause })
  })
  const parsed = recoverySettingsSchema.safeParse(parseJson(text))
  if (!parsed.success) {
    throw new Error(`RECOVERY_FILE ${file} holds no settings of a recovery key`)
  }
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
