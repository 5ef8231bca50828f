import { z } from 'zod'
import { DOCUMENT_KINDS } from '../../domain/documentKinds'
import { provinceByCode } from '../../domain/provinces'
import type { MachineVerdict } from '../checklist'
import { provinceOfAddress } from './addressParts'
import type { CheckContext } from './checkContext'
import { defineCheck } from './defineCheck'
import { fail, field, pass, unsure } from './verdicts'

/**
 * The entity's certificate is of the division of the filing. An individual from elsewhere may live there: one of
 * these papers says so and somebody reads it; with no paper named the division takes nobody from elsewhere.
 */
export const entityProvince = defineCheck(
  'entity-province',
  { individualProofs: z.array(z.enum(DOCUMENT_KINDS)) },
  (context, { individualProofs }) => {
    const { certificate, kind } = context.application.entity
    const ground = {
      evidence: [field('application.entity.certificate.address')],
      measured: certificate.address,
      expected: provinceByCode(context.province)?.nameZh,
    }
    const found = certificate.address === undefined ? undefined : provinceOfAddress(certificate.address)
    if (found === context.province) {
      return pass(ground)
    }
    if (kind === 'individual' && individualProofs.length > 0) {
      return judgeProof(context, ground, individualProofs, found === undefined)
    }
    return found === undefined ? unsure(ground) : fail(ground)
  },
)

function judgeProof(
  { documents }: CheckContext,
  ground: Parameters<typeof fail>[0],
  proofs: ReadonlyArray<CheckContext['documents'][number]['kind']>,
  addressUnknown: boolean,
): MachineVerdict {
  const found = documents.filter(({ kind }) => proofs.includes(kind))
  if (found.length > 0 || addressUnknown) {
    const read = found.map(({ id }) => ({ kind: 'document' as const, documentId: id }))
    return unsure({ ...ground, evidence: [...ground.evidence, ...read] })
  }
  const missing = proofs.map((kind) => ({ kind: 'missing-document' as const, documentKind: kind }))
  return fail({ ...ground, evidence: [...ground.evidence, ...missing] })
}
