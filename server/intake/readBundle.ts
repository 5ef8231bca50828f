import { MANIFEST_NAME, problem } from './problem'
import { readArchive, type ArchiveFiles } from './readArchive'
import { readManifest } from './readManifest'
import { canonicalJson } from '../../shared/canonicalJson'
import { sha256 } from '../store/sha256'
import type { Bundle, BundleDocument } from '../../shared/domain/filing'
import { sniffDocument, type SniffedDocument } from '../../shared/imaging/sniffDocument'
import type { IntakeProblem } from '../../shared/protocol/apiModels'
import type { MediaType } from '../../shared/protocol/case'
import { BUNDLE_LIMITS } from '../../shared/protocol/limits'
import { refusal, success, type Result } from '../../shared/result'

export interface ReceivedDocument {
  readonly declared: BundleDocument
  readonly content: Buffer
  readonly sha256: string
  readonly mediaType: MediaType
}

export interface ReceivedBundle {
  readonly bundle: Bundle
  readonly documents: readonly ReceivedDocument[]
  /** Hash of what the bundle says and of every document in it, whatever way it was packed. */
  readonly contentSha256: string
}

/** Reads a zipped bundle whole and checks everything that can be checked without the database. All problems at once. */
export async function readBundle(
  bytes: Buffer,
  now: number,
): Promise<Result<ReceivedBundle, readonly IntakeProblem[]>> {
  const archive = await readArchive(bytes)
  if (!archive.ok) {
    return archive
  }
  const manifest = readManifest(archive.value, now)
  if (!manifest.ok) {
    return refusal([...archive.value.problems, ...manifest.error])
  }
  const bundle = manifest.value
  const checked = bundle.documents.map((document) => readDocument(document, archive.value))
  const problems = [
    ...archive.value.problems,
    ...duplicateIds(bundle),
    ...checked.flatMap((result) => (result.ok ? [] : result.error)),
    ...filesNotListed(bundle, archive.value),
  ]
  if (problems.length > 0) {
    return refusal(problems)
  }
  const documents = checked.flatMap((result) => (result.ok ? [result.value] : []))
  return success({ bundle, documents, contentSha256: contentHash(bundle, documents) })
}

function readDocument(
  declared: BundleDocument,
  archive: ArchiveFiles,
): Result<ReceivedDocument, readonly IntakeProblem[]> {
  const name = fileName(declared)
  const content = archive.files.get(name)
  if (!content) {
    return refusal(
      archive.unread.has(name) ? [] : [problem('document-missing', name, 'The file is not in the bundle')],
    )
  }
  if (content.length === 0) {
    return refusal([problem('document-empty', name, 'The file is empty')])
  }
  const image = sniffDocument(content)
  if (!image.ok) {
    return refusal([formatProblem(image, name)])
  }
  // Pages are measured where they are drawn: intake unpacks nothing of a document.
  if (image.mediaType === 'application/pdf') {
    return success({ declared, content, sha256: sha256(content), mediaType: image.mediaType })
  }
  const { documentPixels, documentEdge } = BUNDLE_LIMITS
  if (image.width * image.height > documentPixels || Math.max(image.width, image.height) > documentEdge) {
    const message = `It has ${image.width} by ${image.height} pixels; at most ${documentPixels} in all and ${documentEdge} on an edge are taken`
    return refusal([problem('document-too-large', name, message)])
  }
  return success({ declared, content, sha256: sha256(content), mediaType: image.mediaType })
}

function formatProblem(image: Extract<SniffedDocument, { readonly ok: false }>, name: string): IntakeProblem {
  switch (image.problem) {
    case 'damaged':
      return problem('document-not-an-image', name, 'The file is damaged or cut off')
    case 'encrypted':
      return problem(
        'document-encrypted',
        name,
        'The PDF document is encrypted; send it without a password and without restrictions',
      )
    case 'several-pictures':
      return problem(
        'document-several-pictures',
        name,
        'It holds several pages or moving pictures; send each as a file of its own',
      )
    case 'refused-format':
      return problem(
        'document-format-refused',
        name,
        `By its content it is ${image.format}, which is not taken`,
      )
    case 'unknown-format':
      return problem(
        'document-not-an-image',
        name,
        'By its content it is no JPEG, PNG, WebP, TIFF, BMP, HEIC or PDF, whatever it is named',
      )
  }
}

function duplicateIds({ documents }: Bundle): IntakeProblem[] {
  const ids = documents.map((document) => document.id)
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [problem('document-duplicate-id', `documents.${index}.id`, `Another document has the id ${id}`)],
  )
}

function filesNotListed(bundle: Bundle, archive: ArchiveFiles): IntakeProblem[] {
  const listed = new Set([MANIFEST_NAME, ...bundle.documents.map(fileName)])
  return [...archive.files.keys(), ...archive.unread]
    .filter((name) => !listed.has(name))
    .map((name) => problem('file-not-listed', name, 'No document of filing.json names this file'))
}

/** Archives hold names composed, so the manifest is read the same way. */
function fileName(document: BundleDocument): string {
  return document.file.normalize('NFC')
}

function contentHash(bundle: Bundle, documents: readonly ReceivedDocument[]): string {
  return sha256(canonicalJson({ bundle, documents: documents.map((document) => document.sha256) }))
}
