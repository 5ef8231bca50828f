import { Decrypter, Encrypter } from 'age-encryption'

/** Bytes as an age file that every one of these recipients (`age1…`) opens; at least one. */
export async function sealForRecipients(
  bytes: Uint8Array,
  recipients: readonly string[],
): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) {
    encrypter.addRecipient(recipient)
  }
  return encrypter.encrypt(bytes)
}

/** What was sealed for this identity (`AGE-SECRET-KEY-1…`); null when it was not, or is not whole any more. */
export function openSealed(sealed: Uint8Array, identity: string): Promise<Uint8Array | null> {
  return decrypt(sealed, (decrypter) => {
    decrypter.addIdentity(identity)
  })
}

/** What `open` makes readable; null when it does not. */
export async function decrypt(
  sealed: Uint8Array,
  open: (decrypter: Decrypter) => void,
): Promise<Uint8Array | null> {
  const decrypter = new Decrypter()
  open(decrypter)
  try {
    return await decrypter.decrypt(sealed)
  } catch {
    // The library has no error of its own for a wrong key; a damaged file is as useless as one of somebody else.
    return null
  }
}
