import { z } from 'zod'
import { CERTIFICATE_TYPES } from '../../domain/filing'
import { checkCertificateNumber } from '../../domain/identifiers/certificateNumber'
import { spellingNoise } from '../../domain/identifiers/tidy'
import { certificateHolderSchema, certificatesOf } from './certificateHolders'
import { defineCheck } from './defineCheck'
import { masked } from './masked'
import { fail, field, pass, worstOf } from './verdicts'

/** Numbers of these certificates have the form and the check characters of their standard. */
export const certificateNumber = defineCheck(
  'certificate-number',
  { holders: z.array(certificateHolderSchema).min(1), types: z.array(z.enum(CERTIFICATE_TYPES)).min(1) },
  (context, { holders, types }) =>
    worstOf(
      certificatesOf(context, holders)
        .filter(({ certificate }) => types.includes(certificate.type))
        .map(({ certificate, path }) => {
          const verdict = checkCertificateNumber(certificate.type, certificate.number)
          const evidence = [field(`${path}.number`)]
          return verdict.ok
            ? pass({ evidence, measured: withNoise(masked(verdict.number), certificate.number) })
            : fail({ evidence, measured: `${masked(certificate.number)} (${verdict.problem})` })
        }),
    ),
)

/** A number that is right but oddly typed passes; that it was typed oddly is told. */
function withNoise(shown: string, typed: string): string {
  const noise = spellingNoise(typed)
  return noise.length === 0 ? shown : `${shown} (${noise.join(', ')})`
}
