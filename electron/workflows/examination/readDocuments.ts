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

/**
 * Reads every examined document whose text nobody has read, one after the other, until none is left: the other hand of
 * the media process stays free for pictures that somebody waits for. What cannot be read is kept as read without result.
 */
export async function readDocuments({ data, media, notify, isActive }: Dependencies): Promise<void> {
  while (isActive()) {
    const [document] = await data.documentsToRead(1)
    if (document === undefined) {
      return
    }
    const { caseId, round, documentId, sha256, kind, face } = document
    const original = isReadable(kind, face)
      ? await data.readDocument({ caseId, round, documentId, variant: 'original' })
      : null
    const read = original === null ? null : await media.read({ bytes: original.bytes, kind, face })
    await data.storeReading({ sha256, fields: read?.ok === true ? read.value.fields : [] })
    notify('case-changed', { caseId })
  }
}
