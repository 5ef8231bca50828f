import { readFile } from 'node:fs/promises'
import { createSecureFetch } from '../../electron/main/secureFetch'

/** Where a command finds the review server, and by what it knows that it is the right one. */
export interface ServerLine {
  /** https, or http on this machine. */
  readonly server: string
  /** File of the certificates (PEM) that alone may vouch for the server. */
  readonly ca?: string | undefined
  /** `sha256/…` of the public key that it must have. */
  readonly pin?: string | undefined
}

/** How a command speaks to that server and to no other. */
export async function secureFetchOf({ server, ca, pin }: ServerLine): Promise<typeof fetch> {
  if (server.startsWith('http:')) {
    return globalThis.fetch
  }
  return createSecureFetch({
    authorities: ca === undefined ? null : await readFile(ca, 'utf8'),
    pin: pin ?? null,
  })
}
