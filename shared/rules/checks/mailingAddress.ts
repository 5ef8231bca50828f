import { z } from 'zod'
import { cityOfAddress, provinceOfAddress } from './addressParts'
import { defineCheck } from './defineCheck'
import { fail, field, pass, unsure } from './verdicts'

/** Mailing address and certificate address lie in the same division, or in the same city. */
export const mailingAddress = defineCheck(
  'mailing-address',
  { level: z.enum(['province', 'city']) },
  ({ application }, { level }) => {
    const { certificate, mailingAddress: mailing } = application.entity
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
    return (here === there ? pass : fail)(ground)
  },
)
