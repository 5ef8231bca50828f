import { createHash } from 'node:crypto'
import { v7 as newId } from 'uuid'
import type { Case } from '../../../../shared/protocol/case'
import { makeBundle, type SpecimenOptions } from '../../../specimens/index'

export interface SpecimenCase {
  readonly filingCase: Case
  /** Bytes of the documents by SHA-256. */
  readonly documents: ReadonlyMap<string, Uint8Array>
}

const RECEIVED_AT = '2026-11-20T02:30:00.000Z'

/** A case as the review server hands it out after intake, with small real pictures. */
export async function specimenCase(
  options: SpecimenOptions & { readonly dueAt?: string; readonly rulePack: string },
): Promise<SpecimenCase> {
  const { dueAt = '2026-11-23T09:00:00.000Z', rulePack, ...rest } = options
  const { bundle, files } = await makeBundle({ pictures: 'tiny', ...rest })
  const documents = new Map<string, Uint8Array>()
  const listed = bundle.documents.map(({ file, ...document }) => {
    const bytes = files.get(file)
    if (!bytes) {
      throw new Error(`The specimen has no file ${file}`)
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    documents.set(sha256, bytes)
    return {
      ...document,
      fileName: file.slice(file.lastIndexOf('/') + 1),
      sha256,
      bytes: bytes.byteLength,
      mediaType: 'image/jpeg' as const,
      receivedAt: RECEIVED_AT,
    }
  })
  const { orderNumber, accountId, province, submittedAt, application } = bundle
  return {
    documents,
    filingCase: {
      id: newId(),
      orderNumber,
      accountId,
      version: 1,
      state: 'pending-review',
      province,
      rulePack,
      dueAt,
      rounds: [{ round: 1, submittedAt, application, documents: listed }],
      decisions: [],
      timeline: [{ at: RECEIVED_AT, kind: 'received', round: 1, actor: null }],
    },
  }
}
