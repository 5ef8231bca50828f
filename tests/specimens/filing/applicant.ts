import type { Entity, Service } from '../../../shared/domain/filing'
import { addYears } from '../dates'
import type { Plan } from '../options'
import { makeDwelling, makeOffice } from '../people/addresses'
import { makeDomainName, makePersonalBrand } from '../people/brands'
import { makeOrganisation, type Organisation } from '../people/organisation'
import { makePerson, type SpecimenPerson } from '../people/person'
import { makeHome, makeHomeElsewhere, type Home } from '../people/places'
import { makeServices } from './services'

/** Divisions that take mobile numbers of their own only, or advise them. */
const LOCAL_MOBILE_PROVINCES: ReadonlySet<string> = new Set([
  '130000',
  '210000',
  '430000',
  '610000',
  '620000',
  '650000',
])

/** The truth about an applicant: what their papers show. The form repeats it, unless a defect says otherwise. */
export interface Applicant {
  readonly home: Home
  readonly organisation: Organisation | undefined
  readonly principal: SpecimenPerson
  /** The same object as `principal` when one person does both. */
  readonly servicePrincipal: SpecimenPerson
  readonly entity: Entity
  readonly services: readonly Service[]
  readonly existing: { readonly entityIcpNumber: string; readonly filingPassword: string } | undefined
  readonly accountId: string
}

export function makeApplicant(plan: Plan): Applicant {
  const { random } = plan
  const home = makeHome(random.fork('home'), plan.province)
  const principal = makePrincipal(plan, home)
  const organisation =
    plan.nature === 'individual'
      ? undefined
      : makeOrganisation(random.fork('organisation'), {
          home,
          nature: plan.nature,
          today: plan.today,
          legalRepresentative: principal.record.name,
          legacyPapers: plan.filingType === 'claim' && plan.nature === 'enterprise',
        })
  const servicePrincipal =
    organisation === undefined ? principal : makeServicePrincipal(plan, home, principal)
  const entity = makeEntity(plan, home, principal, organisation)
  const existing = plan.filingType === 'first-filing' ? undefined : makeExisting(plan)
  const brand = organisation?.brand ?? makePersonalBrand(random.fork('brand'))
  return {
    home,
    organisation,
    principal,
    servicePrincipal,
    entity,
    services: makeServices(plan, {
      nature: plan.nature,
      name: entity.name,
      certificateNumber: entity.certificate.number,
      brand,
      principal: servicePrincipal.record,
      provinceCode: plan.province.code,
      icpNumber: existing?.entityIcpNumber,
    }),
    existing,
    accountId: `acct-${random.fork('account').digits(8)}`,
  }
}

function makePrincipal(plan: Plan, home: Home): SpecimenPerson {
  const random = plan.random.fork('principal')
  const cameFromElsewhere = plan.extras.has('residence-permit')
  const person = makePerson(random, {
    home: cameFromElsewhere ? makeHomeElsewhere(random.fork('origin'), plan.province) : home,
    today: plan.today,
    paper: plan.paper,
    mailDomain: mailDomain(plan),
    ...localMobile(plan),
    ...(plan.defects.has('underage') ? { age: 16 } : {}),
    ...(plan.defects.has('expired-id') ? { expiredDays: random.fork('expired').int(12, 400), age: 31 } : {}),
  })
  if (plan.defects.has('phone-used-elsewhere') && plan.borrowsFrom !== undefined) {
    const other = makeApplicant(plan.borrowsFrom)
    return { ...person, record: { ...person.record, mobile: other.principal.record.mobile } }
  }
  return person
}

function makeServicePrincipal(plan: Plan, home: Home, principal: SpecimenPerson): SpecimenPerson {
  const random = plan.random.fork('service-principal')
  const sharedPhone = plan.defects.has('shared-phone')
  if (!sharedPhone && (!plan.hosted || random.chance(0.6))) {
    return principal
  }
  const person = makePerson(random, {
    home,
    today: plan.today,
    mailDomain: mailDomain(plan),
    ...localMobile(plan),
  })
  return sharedPhone ? { ...person, record: { ...person.record, mobile: principal.record.mobile } } : person
}

function localMobile({ province }: Plan): { readonly localMobileIn?: string } {
  return LOCAL_MOBILE_PROVINCES.has(province.code) ? { localMobileIn: province.code } : {}
}

function mailDomain(plan: Plan): string {
  const random = plan.random.fork('mail')
  return plan.nature === 'individual'
    ? random.pick(['mail.example', 'post.example', 'mail.test'] as const)
    : makeDomainName(random, 'mail')
}

function makeEntity(
  plan: Plan,
  home: Home,
  principal: SpecimenPerson,
  organisation: Organisation | undefined,
): Entity {
  const elsewhere = plan.defects.has('mailing-other-province')
    ? makeHomeElsewhere(plan.random.fork('elsewhere'), plan.province)
    : undefined
  const address = plan.random.fork('mailing')
  if (organisation === undefined) {
    return {
      kind: 'individual',
      nature: 'individual',
      name: principal.record.name,
      certificate: principal.record.certificate,
      mailingAddress:
        elsewhere === undefined && !plan.extras.has('residence-permit') && address.chance(0.6)
          ? (principal.record.certificate.address ?? makeDwelling(address, home))
          : makeDwelling(address, elsewhere ?? home),
      principal: principal.record,
    }
  }
  return {
    kind: 'organization',
    nature: organisation.nature,
    name: organisation.name,
    certificate: {
      type: organisation.certificateType,
      number: organisation.number,
      address: organisation.address,
      validFrom: organisation.validFrom,
      validTo: organisation.validTo === '长期' ? 'long-term' : organisation.validTo,
    },
    legalRepresentative: organisation.legalRepresentative,
    mailingAddress:
      elsewhere === undefined && address.chance(0.7)
        ? organisation.address
        : makeOffice(address, elsewhere ?? home),
    principal: principal.record,
  }
}

/** A filing made earlier: eight digits until about 2018, ten digits (with the whole year) since. */
function makeExisting(plan: Plan): NonNullable<Applicant['existing']> {
  const random = plan.random.fork('existing')
  const year = addYears(plan.today, -random.int(1, 6)).slice(0, 4)
  const number =
    plan.filingType === 'claim'
      ? `0${String(random.int(6, 9))}0${random.digits(5)}`
      : `${year}0${random.digits(5)}`
  return {
    entityIcpNumber: `${plan.province.icpCharacter}ICP备${number}号`,
    filingPassword: `${random.pick(['Spec', 'Demo', 'Test'] as const)}${random.digits(4)}`,
  }
}
