import { z } from 'zod'
import { DOCUMENT_KINDS } from '../../domain/documentKinds'
import { cityOfAddress, provinceOfAddress } from './addressParts'
import type { CheckContext } from './checkContext'
import { defineCheck } from './defineCheck'
import { fail, field, pass, unsure } from './verdicts'

/**
 * Mailing address and certificate address lie in the same division, or in the same city. An individual who lives
 * away from home files where the residence permit is from; with such a paper somebody compares the addresses.
 */
export const mailingAddress = defineCheck(
  'mailing-address',
  { level: z.enum(['province', 'city']), individualProofs: z.array(z.enum(DOCUMENT_KINDS)).default([]) },
  (context, { level, individualProofs }) => {
    const { certificate, mailingAddress: mailing } = context.application.entity
    const partOf = level === 'province' ? provinceOfAddress : cityOfAddress
    const evidence = [
      field('application.entity.mailingAddress'),
      field('application.entity.certificate.address'),
    ]
    const ground = { evidence, measured: mailing, expected: certificate.address }
    const here = partOf(mailing)
    const there = certificate.address === undefined ? undefined : partOf(certificate.address)
    if (here === undefined || there === undefined) {
      return unsure(ground)
    }
    if (here === there) {
      return pass(ground)
    }
    const proofs = livesElsewhere(context) ? proofsOf(context, individualProofs) : []
    const read = proofs.map(({ id }) => ({ kind: 'document' as const, documentId: id }))
    return (proofs.length > 0 ? unsure : fail)({ ...ground, evidence: [...evidence, ...read] })
  },
)

/** An individual whose certificate is of another division and whose letters arrive in the one of the filing. */
function livesElsewhere({ application, province }: CheckContext): boolean {
  const { kind, certificate, mailingAddress: mailing } = application.entity
  const home = provinceOfAddress(certificate.address ?? '')
  return kind === 'individual' && home !== province && provinceOfAddress(mailing) === province
}

function proofsOf(
  { documents }: CheckContext,
  kinds: ReadonlyArray<CheckContext['documents'][number]['kind']>,
): CheckContext['documents'] {
  return documents.filter(({ kind }) => kinds.includes(kind))
}
