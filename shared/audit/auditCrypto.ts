/** The two primitives by which chains are checked; they differ between platforms. */
export interface AuditCrypto {
  /** Lower-case hex of text in UTF-8. */
  readonly sha256: (text: string) => string
  /** Key and signature are base64url, the message is text in UTF-8. False also for a key that is none. */
  readonly verifyEd25519: (publicKey: string, message: string, signature: string) => boolean
}

/** What stands before the first entry of every chain. */
export const BEGINNING = '0'.repeat(64)
