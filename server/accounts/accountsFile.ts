import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { hashPassword } from './passwords'
import { createAccount, isUsernameTaken } from '../store/accounts'
import type { Database } from '../store/database'
import type { Clock, Ids } from '../system'
import { provinceCodeSchema } from '../../shared/domain/filing'
import { ROLES } from '../../shared/review/roles'

const accountsFileSchema = z
  .array(
    z.strictObject({
      username: z.string().trim().min(1).max(60),
      displayName: z.string().trim().min(1).max(60),
      role: z.enum(ROLES),
      provinces: z.array(provinceCodeSchema).min(1).max(40).optional(),
      password: z.string().min(8).max(200),
    }),
  )
  .max(1000)

/**
 * Creates the accounts of the file that do not exist yet. An account that exists is never changed, so a file left in
 * place cannot undo a new password. Throws when the file cannot be read or is not a list of accounts.
 */
export async function applyAccountsFile(
  database: Database,
  file: string,
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): Promise<void> {
  for (const { password, ...account } of await readAccounts(file)) {
    if (await isUsernameTaken(database, account.username)) {
      continue
    }
    const passwordHash = await hashPassword(password)
    await createAccount(database, { id: ids.next(), ...account, passwordHash }, clock.now())
  }
}

async function readAccounts(file: string): Promise<z.output<typeof accountsFileSchema>> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`ACCOUNTS_FILE ${file} cannot be read`, { cause })
  })
  const parsed = accountsFileSchema.safeParse(parseJson(text))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Error(
      `ACCOUNTS_FILE ${file} is not a list of accounts: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
    )
  }
  return parsed.data
}

/** The parsed text, or undefined, which no schema takes; a syntax error would quote passwords. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
