import { z } from 'zod'
import { servicesOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { fail, field, pass, worstOf } from './verdicts'
import { gather } from '../gather'

/** Every App names its platforms with the digest of their signing key, in hexadecimal and of the right length. */
export const appFeatures = defineCheck(
  'app-features',
  {
    /** Digits of the digest by platform: MD5 has 32, SHA-1 has 40. */
    digestLengths: z.partialRecord(z.enum(['android', 'ios', 'harmony', 'mini-program']), z.number().int()),
  },
  (context, { digestLengths }) =>
    worstOf(
      gather(
        servicesOf(context).filter(({ service }) => service.kind === 'app'),
        ({ service: { app }, path }) => {
          if (app === undefined) {
            return [fail({ evidence: [field(`${path}.app`)] })]
          }
          return app.platforms.map(({ os, publicKeyMd5 = '' }, index) => {
            const length = digestLengths[os]
            const digits = publicKeyMd5.replace(/[:\s]/gu, '')
            const fits = length === undefined || (digits.length === length && /^[0-9a-f]+$/i.test(digits))
            return (fits ? pass : fail)({
              evidence: [field(`${path}.app.platforms.${String(index)}.publicKeyMd5`)],
              measured: `${os}: ${String(digits.length)}`,
              expected: length === undefined ? undefined : `${String(length)} × [0-9a-f]`,
            })
          })
        },
      ),
    ),
)
