import { randomBytes } from 'node:crypto'
import { argon2id, argon2Verify } from 'hash-wasm'

/** OWASP's first choice for Argon2id (password storage cheat sheet): 19 MiB, two passes, one lane. */
const PARAMETERS = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 } as const
const SALT_BYTES = 16

/** Argon2id in PHC form; the parameters stand in the text, so that they can grow without a migration. */
export function hashPassword(password: string): Promise<string> {
  return argon2id({
    ...PARAMETERS,
    password: password.normalize('NFKC'),
    salt: randomBytes(SALT_BYTES),
    outputType: 'encoded',
  })
}

/** Whether this password made this hash. Takes as long as hashing. */
export function isPassword(password: string, hash: string): Promise<boolean> {
  return argon2Verify({ password: password.normalize('NFKC'), hash })
}
