import { z } from 'zod'

const MOST = 200

/** A password that somebody chooses: length is what counts (NIST SP 800-63B, 5.1.1.2), and nothing is asked of its characters. */
export const PASSWORD_LENGTH = 8
export const newPasswordSchema = z.string().min(PASSWORD_LENGTH).max(MOST)

/** Longer: nobody counts the guesses at a stolen disk, and no server stands beside it. */
export const PASSPHRASE_LENGTH = 12

/**
 * By what a person opens the desk: the account's password; or a passphrase of this machine alone, beside the company's account or
 * where the desk was enrolled by file.
 */
export const SIGN_IN_WAYS = ['password', 'company', 'file'] as const
export type SignInWay = (typeof SIGN_IN_WAYS)[number]

/** Whether the secret is known on this machine alone; not while nobody is signed in. */
export function isPassphrase(by: SignInWay | null): boolean {
  return by === 'company' || by === 'file'
}
