import { z } from 'zod'
import { CERTIFICATE_TYPES, ENTITY_NATURES } from '../../domain/filing'
import { certificateHolderSchema, certificatesOf } from './certificateHolders'
import { defineCheck } from './defineCheck'
import { fail, field, pass, unsure, worstOf } from './verdicts'

/** Holders identify themselves with one of the accepted certificates. */
export const certificateType = defineCheck(
  'certificate-type',
  {
    holders: z.array(certificateHolderSchema).min(1),
    allowed: z.array(z.enum(CERTIFICATE_TYPES)).min(1),
    /** Only certificates of these types are asked about (people from Hong Kong, say); all when absent. */
    among: z.array(z.enum(CERTIFICATE_TYPES)).optional(),
    /** Certificates that came after the rule was written down: a person decides. */
    doubtful: z.array(z.enum(CERTIFICATE_TYPES)).default([]),
  },
  (context, { holders, allowed, among, doubtful }) =>
    worstOf(
      certificatesOf(context, holders)
        .filter(({ certificate }) => among === undefined || among.includes(certificate.type))
        .map(({ certificate, path }) => {
          const ground = {
            evidence: [field(`${path}.type`)],
            measured: certificate.type,
            expected: allowed.join(' / '),
          }
          if (allowed.includes(certificate.type)) {
            return pass(ground)
          }
          return (doubtful.includes(certificate.type) ? unsure : fail)(ground)
        }),
    ),
)

/** The entity's certificate is one that its nature has. */
export const entityCertificateType = defineCheck(
  'entity-certificate-type',
  {
    byNature: z.partialRecord(z.enum(ENTITY_NATURES), z.array(z.enum(CERTIFICATE_TYPES))),
    /** `person-reads` where the rule also speaks of what only the picture shows. */
    then: z.enum(['pass', 'person-reads']).default('pass'),
  },
  ({ application }, { byNature, then }) => {
    const { nature, certificate } = application.entity
    const allowed = byNature[nature]
    const evidence = [field('application.entity.nature'), field('application.entity.certificate.type')]
    const measured = `${nature}: ${certificate.type}`
    if (allowed === undefined) {
      return unsure({ evidence, measured })
    }
    const ground = { evidence, measured, expected: allowed.join(' / ') }
    const fits = then === 'pass' ? pass : unsure
    return (allowed.includes(certificate.type) ? fits : fail)(ground)
  },
)
