import { describe, expect, it } from 'vitest'
import type { FilingBundle } from '../../../shared/domain/filing'
import { checkResidentId } from '../../../shared/domain/identifiers/residentId'
import { checkUnifiedSocialCreditCode } from '../../../shared/domain/identifiers/unifiedSocialCreditCode'
import { PROVINCES } from '../../../shared/domain/provinces'
import {
  DEFECT_NAMES,
  defectFits,
  makeBundle,
  type DefectName,
  type MadeBundle,
  type SpecimenOptions,
} from '../../specimens/index'

const TODAY = '2026-11-20'
const LENDER = { seed: 'lender', filingType: 'first-filing', nature: 'enterprise', pictures: 'tiny' } as const
const BASE = {
  seed: 17,
  filingType: 'first-filing',
  nature: 'enterprise',
  province: '330000',
  pictures: 'tiny',
} as const

function make(defect: DefectName, options: Partial<SpecimenOptions> = {}): Promise<MadeBundle> {
  return makeBundle({ ...BASE, ...options, defects: [defect], borrowsFrom: LENDER })
}

function hosted({ application }: FilingBundle) {
  if (application.filingType !== 'first-filing') {
    throw new Error('the specimen is a first filing')
  }
  const [service] = application.services
  const [domain] = service?.domains ?? []
  if (service === undefined || domain === undefined) {
    throw new Error('the specimen has a service with a domain')
  }
  return { entity: application.entity, service, domain }
}

/** `entity.name`, `services.0.domains.0.expiresAt`: the path of every value inside. */
function fieldPaths(value: unknown, path = ''): readonly string[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => fieldPaths(inner, path === '' ? key : `${path}.${key}`))
    : [path]
}

describe('labels', () => {
  it.each(DEFECT_NAMES)('name the place of %s', async (defect) => {
    const differing = defect === 'record-differs' ? ({ filingType: 'add-provider' } as const) : {}
    const { bundle, labels } = await make(defect, differing)
    expect(labels).toMatchObject({ clean: false, defects: [{ defect }] })
    const [label] = labels.defects
    const places = [...fieldPaths(bundle.application), ...bundle.documents.map(({ id }) => id)]
    expect(places.includes(label?.field ?? label?.documentId ?? '')).toBe(defect !== 'missing-document')
  })

  it('keep every place when a filing has several faults', async () => {
    const { labels } = await makeBundle({
      ...BASE,
      defects: ['blurred', 'grey-copy', 'name-mismatch', 'expired-id'],
    })
    expect(labels.defects.map(({ defect }) => defect).sort()).toEqual([
      'blurred',
      'expired-id',
      'grey-copy',
      'name-mismatch',
    ])
    const documents = labels.defects.flatMap(({ documentId }) => documentId ?? [])
    expect(new Set(documents).size).toBe(2)
  })
})

describe('faults of the form', () => {
  it('break the arithmetic of the resident number only', async () => {
    const { bundle } = await make('invalid-id-number')
    expect(checkResidentId(bundle.application.entity.principal.certificate.number)).toEqual({
      ok: false,
      problem: 'check-character',
    })
    expect(checkUnifiedSocialCreditCode(bundle.application.entity.certificate.number)).toMatchObject({
      ok: true,
    })
  })

  it('break the arithmetic of the credit code only', async () => {
    const { bundle } = await make('invalid-credit-code')
    expect(checkUnifiedSocialCreditCode(bundle.application.entity.certificate.number)).toMatchObject({
      ok: false,
      problem: 'check-character',
    })
    expect(checkResidentId(bundle.application.entity.principal.certificate.number)).toMatchObject({
      ok: true,
    })
  })

  it.each(['enterprise', 'individual'] as const)(
    'change one character of the name of an %s',
    async (nature) => {
      const [clean, wrong] = await Promise.all([
        makeBundle({ ...BASE, nature }),
        make('name-mismatch', { nature }),
      ])
      const [before, after] = [clean, wrong].map(({ bundle }) => Array.from(bundle.application.entity.name))
      expect(after).toHaveLength(before?.length ?? 0)
      expect(after?.filter((character, index) => character !== before?.[index])).toHaveLength(1)
      expect([...wrong.files]).toEqual([...clean.files])
    },
  )
})

describe('faults of the truth', () => {
  it('let the card run out before the filing', async () => {
    const { bundle } = await make('expired-id')
    const { validTo } = bundle.application.entity.principal.certificate
    expect(validTo).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect((validTo ?? '') < TODAY).toBe(true)
  })

  it('make the principal a minor', async () => {
    const { bundle } = await make('underage')
    const verdict = checkResidentId(bundle.application.entity.principal.certificate.number)
    expect(verdict.ok && verdict.birthDate > '2008-11-20').toBe(true)
  })

  it('move the mailing address to another province', async () => {
    const { bundle } = await make('mailing-other-province')
    const { mailingAddress, certificate } = bundle.application.entity
    expect(certificate.address?.startsWith('浙江省')).toBe(true)
    expect(mailingAddress.startsWith('浙江省')).toBe(false)
    expect(PROVINCES.some(({ nameZh }) => mailingAddress.startsWith(nameZh))).toBe(true)
  })

  it('give two principals one mobile', async () => {
    const { entity, service } = hosted((await make('shared-phone')).bundle)
    expect(service.principal.certificate.number).not.toBe(entity.principal.certificate.number)
    expect(service.principal.mobile).toBe(entity.principal.mobile)
  })

  it('use the mobile and the service number of another order', async () => {
    const lender = hosted((await makeBundle(LENDER)).bundle)
    const phone = hosted((await make('phone-used-elsewhere')).bundle)
    const number = hosted((await make('service-number-used')).bundle)
    expect(phone.entity.principal.mobile).toBe(lender.entity.principal.mobile)
    expect(phone.entity.certificate.number).not.toBe(lender.entity.certificate.number)
    expect(number.service.access.serviceNumber).toBe(lender.service.access.serviceNumber)
  })

  it('spoil the access data and the domain', async () => {
    expect(hosted((await make('short-subscription')).bundle).service.access.subscriptionMonths).toBe(1)
    expect(hosted((await make('domain-not-verified')).bundle).domain.realNameVerified).toBe(false)
    const differs = hosted((await make('registrant-differs')).bundle)
    expect(differs.domain.registrantName).not.toBe(differs.entity.name)
    const { expiresAt } = hosted((await make('domain-expiring')).bundle).domain
    expect(expiresAt > TODAY && expiresAt < '2026-12-20').toBe(true)
  })

  it('put a forbidden word into the service name', async () => {
    expect(hosted((await make('forbidden-service-name')).bundle).service.name).toMatch(/^中华.*维权/)
    expect(
      hosted((await make('forbidden-service-name', { nature: 'individual' })).bundle).service.name,
    ).toContain('论坛')
  })

  it.each(DEFECT_NAMES)('refuse filings that cannot carry %s, and only those', async (defect) => {
    for (const filingType of ['first-filing', 'claim', 'cancel-entity'] as const) {
      for (const [nature, paper] of [
        ['enterprise', 'resident-id'],
        ['individual', 'resident-id'],
        ['enterprise', 'passport'],
      ] as const) {
        const outcome = await make(defect, { filingType, nature, paper }).then(
          () => 'made',
          (error: unknown) => (error instanceof RangeError ? 'refused' : 'broken'),
        )
        const expected = defectFits(defect, { filingType, nature, paper }) ? 'made' : 'refused'
        expect(outcome, `${filingType} ${nature} ${paper}`).toBe(expected)
      }
    }
  })
})

describe('missing document', () => {
  it('leaves out exactly the named one', async () => {
    const [clean, lacking] = await Promise.all([makeBundle(BASE), make('missing-document')])
    const gone = clean.bundle.documents.filter(({ id }) =>
      lacking.bundle.documents.every((other) => other.id !== id),
    )
    expect(gone.map(({ id }) => id)).toEqual([lacking.labels.defects[0]?.documentId])
    expect(lacking.files.size).toBe(clean.files.size - 1)
  })
})
