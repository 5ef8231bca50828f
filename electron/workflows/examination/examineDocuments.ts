import type { Finding } from '../../../shared/imaging/findings'
import type { WantedDocument } from '../../data/dataOperations'
import type { DataPort } from '../ports/dataPort'
import type { NotifyDesk } from '../ports/deskEvents'
import type { MediaPort } from '../ports/mediaPort'
import { createShowDocument, needsView } from './showDocument'

/** Longer edge of the pictures in the strip, twice their size on screen for sharp displays. */
const THUMBNAIL_EDGE = 320
/** As many at a time as the media process has hands for. */
const BATCH = 2

interface Dependencies {
  readonly data: DataPort
  readonly media: MediaPort
  readonly notify: NotifyDesk
  /** False once the person has signed out: the rest waits for the next sign-in. */
  readonly isActive: () => boolean
}

/** Examines every stored document that nobody has examined, a few at a time, until none is left. */
export async function examineDocuments(dependencies: Dependencies): Promise<void> {
  while (dependencies.isActive()) {
    const documents = await dependencies.data.documentsToExamine(BATCH)
    if (documents.length === 0) {
      return
    }
    await Promise.all(documents.map((document) => examine(dependencies, document)))
    dependencies.notify('sync-changed', {})
  }
}

async function examine({ data, media, notify }: Dependencies, document: WantedDocument): Promise<void> {
  const { caseId, round, documentId, sha256, kind, face, entityKind } = document
  const original = await data.readDocument({ caseId, round, documentId, variant: 'original' })
  if (!original) {
    return
  }
  const examined = await media.examine({ bytes: original.bytes, kind, face, entityKind })
  // A picture that broke the examination is a finding in itself: somebody must look at it.
  const findings = examined.ok ? examined.value.findings : [unexaminable]
  const thumbnail = await media.thumbnail({ bytes: original.bytes, edge: THUMBNAIL_EDGE })
  if (thumbnail.ok) {
    await data.storeThumbnail({ sha256, bytes: thumbnail.value.bytes })
  }
  if (thumbnail.ok && needsView(original.mediaType)) {
    await createShowDocument({ data, media })({ caseId, round, documentId, variant: 'original' })
  }
  await data.storeExamination({ sha256, findings })
  notify('case-changed', { caseId })
}

const unexaminable: Omit<Finding, 'documentId'> = {
  check: 'decodable',
  verdict: 'fail',
  value: null,
  threshold: null,
  unit: '',
}
