import { z } from 'zod'

const MOST = 200

/** A password that somebody chooses: length is what counts (NIST SP 800-63B, 5.1.1.2), and nothing is asked of its characters. */
export const PASSWORD_LENGTH = 8
export const newPasswordSchema = z.string().min(PASSWORD_LENGTH).max(MOST)

/** Longer: nobody counts the guesses at a stolen disk, and no server stands beside it. */
export const PASSPHRASE_LENGTH = 12
