import { createFingerprintIndex } from './fingerprintIndex'
import type { ReuseKey } from './reuseKey'
import type { Database } from '../store/database'
import { readFingerprints, resealFingerprint, type StoredFingerprint } from '../store/fingerprints'
import { fingerprintWords } from '../../shared/imaging/perceptualHash'

/** Opened in one go; some ten milliseconds between which other requests are answered. */
const PAGE = 1000

export interface PictureIndex {
  /** Takes in what was reported since, by whichever server. */
  readonly refresh: () => Promise<void>
  readonly size: () => number
  /** Positions of fingerprints within both radii, with the bits in which they differ. */
  readonly search: (
    fingerprint: string,
  ) => ReadonlyArray<{ readonly position: number; readonly distance: number }>
}

/**
 * The fingerprints of all pictures, opened in this process's memory. `previousKey`: the key before; what it sealed is
 * sealed anew as it is read. What neither opens is left alone until somebody reports the picture again.
 */
export function createPictureIndex(parts: {
  readonly database: Database
  readonly key: ReuseKey
  readonly previousKey: ReuseKey | null
}): PictureIndex {
  const { database, key, previousKey } = parts
  const index = createFingerprintIndex()
  let after = 0
  let underWay = Promise.resolve()

  async function take(row: StoredFingerprint): Promise<void> {
    const { sha256, sealed, keyId } = row
    const owner = [key, previousKey].find((candidate) => candidate?.id === keyId)
    const fingerprint = sealed === null || !owner ? null : owner.open(sha256, sealed)
    if (owner && owner.id !== key.id && (sealed === null || fingerprint !== null)) {
      const anew = fingerprint === null ? null : key.seal(sha256, fingerprint)
      await resealFingerprint(database, { sha256, sealed: anew, keyId: key.id })
    }
    if (fingerprint !== null) {
      index.add(row.position, fingerprintWords(fingerprint))
    }
  }

  async function readNew(): Promise<void> {
    for (;;) {
      const rows = await readFingerprints(database, after, PAGE)
      for (const row of rows) {
        await take(row)
        after = row.position
      }
      if (rows.length < PAGE) {
        await index.settle()
        return
      }
    }
  }

  return {
    refresh() {
      const next = underWay.then(readNew)
      underWay = next.catch(() => undefined)
      return next
    },
    size: () => index.size(),
    search: (fingerprint) =>
      index.search(fingerprintWords(fingerprint)).map(({ id, distance }) => ({ position: id, distance })),
  }
}
