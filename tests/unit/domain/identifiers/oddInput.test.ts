import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CERTIFICATE_TYPES } from '../../../../shared/domain/filing'
import { checkCertificateNumber } from '../../../../shared/domain/identifiers/certificateNumber'
import { checkDomainName } from '../../../../shared/domain/identifiers/domainName'
import { checkIcpNumber } from '../../../../shared/domain/identifiers/icpNumber'
import { checkMrzField } from '../../../../shared/domain/identifiers/machineReadableField'
import { checkPhone } from '../../../../shared/domain/identifiers/phone'

/** Any UTF-16 text, lone surrogates and control characters included, and text made of the pieces of real numbers. */
const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.nat(0xffff), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        '京ICP备',
        '号',
        '-',
        '1',
        '0',
        'A',
        'X',
        'xn--',
        '.',
        '中国',
        '+86',
        '00',
        '转',
        '(',
        '<',
        ' ',
      ),
      {
        maxLength: 25,
      },
    )
    .map((pieces) => pieces.join('')),
)

const checks: ReadonlyArray<readonly [string, (text: string) => { readonly ok: boolean }]> = [
  ...CERTIFICATE_TYPES.map((type) => [type, (text: string) => checkCertificateNumber(type, text)] as const),
  ['domain name', checkDomainName],
  ['ICP number', checkIcpNumber],
  ['phone', checkPhone],
  ['MRZ field', (text) => checkMrzField(text, text)],
]

describe('odd input', () => {
  it.each(checks)('%s: any text gets a verdict, never an exception', (_name, check) => {
    fc.assert(
      fc.property(oddText, (text) => {
        expect(check(text).ok).toBeTypeOf('boolean')
      }),
      { numRuns: 400 },
    )
  })
})
