import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readSecrets } from './recovery/readSecrets'
import { signRecovery } from './recovery/recoverySettings'
import { signingKeySchema } from './rulepack/signingKey'
import { openSealed } from '../electron/common/crypto/ageSeal'
import { makeRecoveryKey, openIdentity, sealIdentity } from '../electron/common/crypto/recoveryWrap'

const USAGE = `Usage: npm run --silent recovery-key -- COMMAND

  new --signing-key FILE KEY SETTINGS   makes the team's recovery key: KEY (private, under two passphrases of two persons;
                                        keep it off servers and workstations) and SETTINGS (for RECOVERY_FILE of the server)
  open --key KEY FILE                   shows what recover-desk exported; asks for both passphrases

Secrets are asked for, or read from standard input, one a line.
Exit code 0: done. 1: a passphrase is wrong or the file is for another key. 2: wrong use, or a file cannot be read.`

const EXIT = { done: 0, refused: 1, unusable: 2 } as const
const SHORTEST_PASSPHRASE = 12

process.exitCode = await run(process.argv.slice(2))

async function run([command, ...rest]: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: { 'signing-key': { type: 'string' }, key: { type: 'string' } },
    })
    const [first, second] = positionals
    const signingKey = values['signing-key']
    if (command === 'new' && signingKey !== undefined && first !== undefined && second !== undefined) {
      return await makeKey(signingKey, first, second)
    }
    if (command === 'open' && values.key !== undefined && first !== undefined) {
      return await open(values.key, first)
    }
    return tell(EXIT.unusable, USAGE)
  } catch (error) {
    return tell(EXIT.unusable, `recovery-key: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function makeKey(signingKeyFile: string, keyFile: string, settingsFile: string): Promise<number> {
  const signingKey = signingKeySchema.parse(JSON.parse(await readFile(signingKeyFile, 'utf8')))
  const [first = '', second = ''] = await readSecrets([
    'Passphrase of the first person',
    'Passphrase of the second person',
  ])
  if (first.length < SHORTEST_PASSPHRASE || second.length < SHORTEST_PASSPHRASE || first === second) {
    return tell(
      EXIT.refused,
      `Two different passphrases of at least ${String(SHORTEST_PASSPHRASE)} characters are needed`,
    )
  }
  const { identity, recipient } = await makeRecoveryKey()
  const settings = signRecovery(recipient, new Date().toISOString(), signingKey)
  await writeFile(keyFile, await sealIdentity(identity, first, second), { mode: 0o600, flag: 'wx' })
  await writeFile(settingsFile, `${JSON.stringify(settings, null, 2)}\n`, { flag: 'wx' })
  process.stdout.write(`${recipient}\n`)
  return EXIT.done
}

async function open(keyFile: string, file: string): Promise<number> {
  const [first = '', second = ''] = await readSecrets([
    'Passphrase of the first person',
    'Passphrase of the second person',
  ])
  const identity = await openIdentity(await readFile(keyFile), first, second)
  const opened = identity === null ? null : await openSealed(await readFile(file), identity)
  if (opened === null) {
    return tell(EXIT.refused, 'A passphrase is wrong, or the file is for another key')
  }
  process.stdout.write(`${Buffer.from(opened).toString('utf8')}\n`)
  return EXIT.done
}

function tell(exit: number, text: string): number {
  process.stderr.write(`${text}\n`)
  return exit
}
