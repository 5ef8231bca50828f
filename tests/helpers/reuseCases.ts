import sharp from 'sharp'
import { receive, makeFiling } from './serverCases'
import type { TestServer } from './serverHarness'
import { hashPicture } from '../../electron/media/images/hashPicture'
import { sha256 } from '../../server/store/sha256'
import type { SpecimenOptions } from '../specimens'

export interface ReuseCase {
  readonly caseId: string
  readonly application: Awaited<ReturnType<typeof makeFiling>>['bundle']['application']
  /** Content and fingerprint of each document by its id. */
  readonly pictures: ReadonlyMap<string, { readonly sha256: string; readonly fingerprint: string | null }>
  readonly documents: Awaited<ReturnType<typeof makeFiling>>['bundle']['documents']
  readonly bytes: (documentId: string) => Uint8Array
}

/** Sends a filing in which some documents, by kind and face (`resident-id.portrait`), are other pictures than its own. */
export async function sendReuseCase(
  server: TestServer,
  options: SpecimenOptions,
  changes: Readonly<Record<string, Uint8Array>> = {},
): Promise<ReuseCase> {
  const made = await makeFiling(server, { nature: 'enterprise', pictures: 'full', ...options })
  const files = new Map(made.files)
  const { documents, application } = made.bundle
  for (const [paper, bytes] of Object.entries(changes)) {
    const document = documents.find(({ kind, face }) => `${kind}.${face}` === paper)
    files.set(document?.file ?? paper, bytes)
  }
  const caseId = await receive(server, { ...made, files })
  const pictures = new Map<string, { sha256: string; fingerprint: string | null }>()
  for (const { id, file } of documents) {
    const content = files.get(file) ?? new Uint8Array(0)
    const hashed = await hashPicture(content)
    pictures.set(id, { sha256: sha256(content), fingerprint: hashed.ok ? hashed.value : null })
  }
  return {
    caseId,
    application,
    documents,
    pictures,
    bytes: (documentId) => {
      const file = documents.find(({ id }) => id === documentId)?.file ?? ''
      return files.get(file) ?? new Uint8Array(0)
    },
  }
}

/** The picture as somebody sends it who changes nothing but the file: another size, another quality, a little light. */
export async function savedAnew(bytes: Uint8Array): Promise<Uint8Array> {
  const { width } = await sharp(bytes).metadata()
  return sharp(bytes)
    .resize(Math.round(width * 0.7))
    .linear(1.04, 2)
    .jpeg({ quality: 70 })
    .toBuffer()
}
