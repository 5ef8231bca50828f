import type { DocumentRef, DocumentVariant } from '../../../shared/ipc/documentUrl'
import { SCREEN_TYPES } from '../../../shared/protocol/case'
import type { DataPort } from '../ports/dataPort'
import type { MediaPort } from '../ports/mediaPort'

/** Bytes that a screen can draw; null when there are none or nothing can be made of them. */
export type ShowDocument = (
  request: DocumentRef & { readonly variant: DocumentVariant; readonly page?: number },
) => Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | null>

/**
 * Reads a document for the screen. An original in a format that the screen cannot draw (TIFF, BMP, HEIC) is answered by
 * its view, which is made once and kept sealed beside it; a PDF document by the view of one page, the first when none is
 * named. An original that a person looks at is written down by the data layer before it answers; a thumbnail is not.
 */
export function createShowDocument({
  data,
  media,
  lookedAt,
}: {
  readonly data: Pick<DataPort, 'readDocument' | 'storeView'>
  readonly media: Pick<MediaPort, 'view'>
  /** The time, where it is a person who looks; absent where a machine does. */
  readonly lookedAt?: () => string
}): ShowDocument {
  return async (request) => {
    const { page = 1, ...place } = request
    const opening =
      lookedAt !== undefined && place.variant === 'original' ? { opening: { now: lookedAt(), page } } : {}
    const document = await data.readDocument({ ...place, ...opening })
    if (!document || (page > 1 && document.mediaType !== 'application/pdf')) {
      return null
    }
    if (!needsView(document.mediaType)) {
      return document
    }
    const kept = await data.readDocument({ ...place, variant: 'view', page })
    if (kept) {
      return kept
    }
    const made = await media.view({ bytes: document.bytes, page })
    if (!made.ok) {
      return null
    }
    await data.storeView({ sha256: document.sha256, bytes: made.value.bytes, page })
    return { bytes: made.value.bytes, mediaType: 'image/jpeg' }
  }
}

/** Whether a screen cannot draw pictures of this type by itself. */
export function needsView(mediaType: string): boolean {
  return !SCREEN_TYPES.some((type) => type === mediaType)
}
