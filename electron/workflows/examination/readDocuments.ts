import type { WantedDocument } from '../../data/dataOperations'
import { isReadable } from '../../../shared/reading/paperLayouts'
import type { DataPort } from '../ports/dataPort'
import type { NotifyDesk } from '../ports/deskEvents'
import type { MediaPort } from '../ports/mediaPort'

interface Dependencies {
  readonly data: DataPort
  readonly media: MediaPort
  readonly notify: NotifyDesk
  readonly isActive: () => boolean
}

/** A reading keeps one core busy, and desks have two at least. */
const AT_ONCE = 2

/**
 * Reads every examined document whose text nobody has read, two at once, until none is left: the third hand of the media
 * process stays free for pictures that somebody waits for. What cannot be read is kept as read without result.
 */
export async function readDocuments(dependencies: Dependencies): Promise<void> {
  while (dependencies.isActive()) {
    const documents = await dependencies.data.documentsToRead(AT_ONCE)
    if (documents.length === 0) {
      return
    }
    await Promise.all(documents.map((document) => readOne(document, dependencies)))
  }
}

async function readOne(
  { caseId, round, documentId, sha256, kind, face }: WantedDocument,
  { data, media, notify }: Dependencies,
): Promise<void> {
  const original = isReadable(kind, face)
    ? await data.readDocument({ caseId, round, documentId, variant: 'original' })
    : null
  const read = original === null ? null : await media.read({ bytes: original.bytes, kind, face })
  await data.storeReading({ sha256, fields: read?.ok === true ? read.value.fields : [] })
  notify('case-changed', { caseId })
}
