import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { identityToRecipient } from 'age-encryption'
import { readSecrets } from './recovery/readSecrets'
import { DEFAULT_KDF_COST } from '../electron/common/crypto/passwordWrap'
import { sealForRecipients } from '../electron/common/crypto/ageSeal'
import { openIdentity } from '../electron/common/crypto/recoveryWrap'
import { recoverProfile } from '../electron/data/profile/recoverProfile'
import { createDeskCalendar } from '../shared/calendar/deskCalendar'

const USAGE = `Usage: npm run --silent recover-desk -- --profile FOLDER --key KEY [--export FILE]

Opens the profile of somebody whose password is lost, by the team's recovery key, and gives it a new password: the one
that a supervisor has set on the server. Nothing unsent is lost; it is sent at the person's next sign-in.
--profile  folder below the workstation's profiles/; the application must be closed
--key      private half of the recovery key, as recovery-key new wrote it; asks two persons for their passphrases
--export   writes what was unsent, sealed for the recovery key again (recovery-key open shows it)

Secrets are asked for, or read from standard input, one a line: first passphrase, second passphrase, new password.
Exit code 0: done. 1: refused, nothing was changed. 2: wrong use, or a file cannot be read.`

const EXIT = { done: 0, refused: 1, unusable: 2 } as const
const SHORTEST_PASSWORD = 8

const REFUSALS = {
  'no-profile': 'There is no profile in this folder',
  'no-recovery': 'This profile was never wrapped for a recovery key; only its password opens it',
  'wrong-key': 'This profile is wrapped for another recovery key',
  'wrong-password': 'The profile could not be opened',
  'not-enrolled': 'The profile could not be opened',
  damaged: 'The profile is damaged',
  newer: 'The profile was written by a newer version',
  'disk-full': 'The disk is full',
} as const

process.exitCode = await run(process.argv.slice(2))

async function run(args: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { profile: { type: 'string' }, key: { type: 'string' }, export: { type: 'string' } },
    })
    const { profile, key } = values
    return profile === undefined || key === undefined
      ? tell(EXIT.unusable, USAGE)
      : await recover(profile, key, values.export)
  } catch (error) {
    return tell(EXIT.unusable, `recover-desk: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function recover(folder: string, keyFile: string, exportFile: string | undefined): Promise<number> {
  const sealed = await readFile(keyFile)
  const [first = '', second = '', newPassword = ''] = await readSecrets([
    'Passphrase of the first person',
    'Passphrase of the second person',
    'New password of the desk',
  ])
  if (newPassword.length < SHORTEST_PASSWORD) {
    return tell(EXIT.refused, `A password has at least ${String(SHORTEST_PASSWORD)} characters`)
  }
  const identity = await openIdentity(sealed, first, second)
  if (identity === null) {
    return tell(EXIT.refused, 'A passphrase is wrong, or the file holds no recovery key')
  }
  const recovered = await recoverProfile(
    { folder, identity, newPassword, now: new Date().toISOString() },
    {
      nativeBinding: process.env['BEIAN_SQLITE_ADDON'],
      randomBytes,
      kdfCost: DEFAULT_KDF_COST,
      calendar: createDeskCalendar(),
    },
  )
  if (!recovered.ok) {
    return tell(EXIT.refused, REFUSALS[recovered.error])
  }
  const { user, unsent } = recovered.value
  process.stdout.write(
    `${user?.username ?? 'nobody'}: the new password opens this desk; unsent: ${String(unsent.length)}\n`,
  )
  for (const { orderNumber, command, state } of unsent) {
    process.stdout.write(`${orderNumber} ${command.kind} ${state}\n`)
  }
  if (exportFile !== undefined) {
    const text = JSON.stringify({ user, unsent }, null, 2)
    const file = await sealForRecipients(Buffer.from(text), [await identityToRecipient(identity)])
    await writeFile(exportFile, file, { mode: 0o600, flag: 'wx' })
  }
  return EXIT.done
}

function tell(exit: number, text: string): number {
  process.stderr.write(`${text}\n`)
  return exit
}
