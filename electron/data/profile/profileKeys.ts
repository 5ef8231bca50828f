import { deriveKey } from '../../common/crypto/deriveKey'

/** What the data key of a profile is used for, a key of its own each. */
export interface ProfileKeys {
  readonly dataKey: Buffer
  readonly database: Buffer
  readonly documents: Buffer
  readonly documentNames: Buffer
  /** Overwrites all of them. Copies inside the cipher libraries are out of reach. */
  forget(): void
}

/** Derives the keys of a profile and owns `dataKey` from here on. */
export function createProfileKeys(dataKey: Buffer): ProfileKeys {
  const database = deriveKey(dataKey, 'beian-desk/database/v1')
  const documents = deriveKey(dataKey, 'beian-desk/documents/v1')
  const documentNames = deriveKey(dataKey, 'beian-desk/document-names/v1')
  return {
    dataKey,
    database,
    documents,
    documentNames,
    forget() {
      for (const key of [dataKey, database, documents, documentNames]) {
        key.fill(0)
      }
    },
  }
}
