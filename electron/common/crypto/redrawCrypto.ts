import { createHash, createHmac } from 'node:crypto'

/** What drawing a sample anew takes of the platform: `redrawSample` gives the seed in hexadecimal. */
export const redrawCrypto = {
  sha256: (seed: string): string => createHash('sha256').update(Buffer.from(seed, 'hex')).digest('hex'),
  hmacSha256: (seed: string, message: string): string =>
    createHmac('sha256', Buffer.from(seed, 'hex')).update(message).digest('hex'),
}
