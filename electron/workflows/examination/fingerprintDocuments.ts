import type { DataPort } from '../ports/dataPort'
import type { NotifyDesk } from '../ports/deskEvents'
import type { MediaPort } from '../ports/mediaPort'

/** As many at a time as the media process has hands for. */
const BATCH = 2

interface Dependencies {
  readonly data: DataPort
  readonly media: MediaPort
  readonly notify: NotifyDesk
  readonly isActive: () => boolean
}

/**
 * Takes the fingerprint of every stored document that has none, until none is left. What cannot be opened has none and
 * is not tried again: it is unknown, and never the same as another.
 */
export async function fingerprintDocuments({ data, media, notify, isActive }: Dependencies): Promise<void> {
  const touched = new Set<string>()
  while (isActive()) {
    const documents = await data.documentsToFingerprint(BATCH)
    await Promise.all(
      documents.map(async ({ sha256, ...place }) => {
        const original = await data.readDocument({ ...place, variant: 'original' })
        if (original === null) {
          return
        }
        const hashed = await media.fingerprint({ bytes: original.bytes })
        await data.storeFingerprint({ sha256, fingerprint: hashed.ok ? hashed.value.fingerprint : null })
        touched.add(place.caseId)
      }),
    )
    if (documents.length === 0) {
      break
    }
  }
  for (const caseId of touched) {
    notify('case-changed', { caseId })
  }
}
