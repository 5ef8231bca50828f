import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { DOCUMENT_FACES, DOCUMENT_KINDS } from '../../shared/domain/documentKinds'
import { refusal, success, type Result } from '../../shared/result'
import type { ExaminationReport } from './examinationReport'

const KINDS_FILE = path.resolve(import.meta.dirname, '../../resources/codes/documents.json')
const kindsSchema = z.object({
  kinds: z.record(z.string(), z.object({ faces: z.array(z.object({ face: z.enum(DOCUMENT_FACES) })) })),
})
const ENTITIES = ['individual', 'organization'] as const

/**
 * What to examine files as. Without a kind they are supplementary papers, of which nothing special is expected; without
 * a face it is the first one that the kind has. The refusal is a sentence for whoever typed the words.
 */
export async function paperOf(asked: {
  readonly kind: string | undefined
  readonly face: string | undefined
  readonly entity: string | undefined
}): Promise<Result<ExaminationReport['paper'], string>> {
  const kind = DOCUMENT_KINDS.find((known) => known === (asked.kind ?? 'supplementary'))
  if (kind === undefined) {
    return refusal(`there is no kind ${asked.kind ?? ''}; there are: ${DOCUMENT_KINDS.join(', ')}`)
  }
  const { kinds } = kindsSchema.parse(JSON.parse(await readFile(KINDS_FILE, 'utf8')))
  const faces = kinds[kind]?.faces.map(({ face }) => face) ?? []
  const face = asked.face === undefined ? (faces[0] ?? 'page') : faces.find((known) => known === asked.face)
  if (face === undefined) {
    return refusal(`${kind} has no face ${asked.face ?? ''}; it has: ${faces.join(', ')}`)
  }
  const entity = ENTITIES.find((known) => known === asked.entity) ?? null
  if (asked.entity !== undefined && entity === null) {
    return refusal(`there is no entity ${asked.entity}; there are: ${ENTITIES.join(', ')}`)
  }
  return success({ kind, face, entity })
}
