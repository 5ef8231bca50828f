import { describe, expect, it } from 'vitest'
import { CERTIFICATE_TYPES } from '../../../../shared/domain/filing'
import { checkCertificateNumber } from '../../../../shared/domain/identifiers/certificateNumber'
import { checkDomainName } from '../../../../shared/domain/identifiers/domainName'
import { checkIcpNumber } from '../../../../shared/domain/identifiers/icpNumber'
import { checkMrzField } from '../../../../shared/domain/identifiers/machineReadableField'
import { checkPhone } from '../../../../shared/domain/identifiers/phone'

const checks: ReadonlyArray<readonly [string, (text: string) => { readonly ok: boolean }]> = [
  ...CERTIFICATE_TYPES.map((type) => [type, (text: string) => checkCertificateNumber(type, text)] as const),
  ['domain name', checkDomainName],
  ['ICP number', checkIcpNumber],
  ['phone', checkPhone],
  ['MRZ field', (text) => checkMrzField(text, text)],
]

describe('long input', () => {
  it.each(checks)('%s: a megabyte of text does not stall (no quadratic matching)', (_name, check) => {
    const startedAt = performance.now()
    check('1-'.repeat(500_000))
    check('0'.repeat(1_000_000))
    expect(performance.now() - startedAt).toBeLessThan(5000)
  })
})
