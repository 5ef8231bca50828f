import type { Application, BundleDocument, Person, Service } from '../../../shared/domain/filing'
import type { Case } from '../../../shared/protocol/case'
import { makeCheckContext, type CheckContext } from '../../../shared/rules/checks/checkContext'
import { checkSchema, prepareCheck } from '../../../shared/rules/checks/checks'
import type { MachineVerdict } from '../../../shared/rules/checklist'

/** Day on which the made cases were submitted, and on which they are looked at unless a test says otherwise. */
export const SUBMITTED = '2026-11-20'

export const PRINCIPAL: Person = {
  name: '王样',
  certificate: {
    type: 'resident-id',
    number: '330100199001010036',
    address: '浙江省杭州市西湖区样例路1号',
    validTo: '2031-05-01',
  },
  mobile: '13800000001',
  email: 'wang@example.com',
  emergencyPhone: '13800000002',
}

export const OTHER_PERSON: Person = {
  ...PRINCIPAL,
  name: '李例',
  certificate: { ...PRINCIPAL.certificate, number: '330100198505050045' },
  mobile: '13800000003',
  email: 'li@example.com',
  emergencyPhone: '13800000004',
}

export const WEBSITE: Service = {
  id: 's1',
  kind: 'website',
  name: '样例星河网站介绍',
  domains: [
    {
      name: 'xinghe.example',
      registrar: '示例注册商',
      registrantName: '样例星河科技有限公司',
      registrantCertificateNumber: '91330100MA00000072',
      registeredAt: '2025-01-01',
      expiresAt: '2028-01-01',
      realNameVerified: true,
    },
  ],
  homepage: 'www.xinghe.example',
  contentCategories: ['单位门户网站'],
  languages: ['中文简体'],
  principal: PRINCIPAL,
  preApprovals: [],
  access: {
    serviceNumber: 'SN-1',
    mode: 'cloud',
    ipAddresses: ['203.0.113.7'],
    serverProvince: '330000',
    subscriptionMonths: 12,
    subscriptionEndsAt: '2027-11-01',
  },
  remarks: '介绍样例星河的产品',
}

type FirstFiling = Extract<Application, { filingType: 'first-filing' }>

export const FIRST_FILING: FirstFiling = {
  filingType: 'first-filing',
  entity: {
    kind: 'organization',
    nature: 'enterprise',
    name: '样例星河科技有限公司',
    certificate: {
      type: 'unified-social-credit-code',
      number: '91330100MA00000072',
      address: '浙江省杭州市滨江区样例街2号',
      validTo: 'long-term',
    },
    legalRepresentative: '王样',
    mailingAddress: '浙江省杭州市滨江区样例街2号3层301室',
    principal: PRINCIPAL,
    remarks: '',
  },
  services: [{ ...WEBSITE, access: accessOf(WEBSITE) }],
}

export function accessOf(service: Service): NonNullable<Service['access']> {
  if (service.access === undefined) {
    throw new Error('The service has no access data')
  }
  return service.access
}

/** The first filing with its entity or its website changed. */
export function firstFiling(
  entity: Partial<FirstFiling['entity']> = {},
  ...services: ReadonlyArray<Partial<FirstFiling['services'][number]>>
): FirstFiling {
  const [website] = FIRST_FILING.services
  if (website === undefined) {
    throw new Error('The filing has a website')
  }
  return {
    ...FIRST_FILING,
    entity: { ...FIRST_FILING.entity, ...entity },
    services: (services.length === 0 ? [{}] : services).map((service) => ({ ...website, ...service })),
  }
}

/** An individual's first filing. */
export function individualFiling(
  principal: Person = PRINCIPAL,
  service: Partial<FirstFiling['services'][number]> = {},
): FirstFiling {
  const domains = WEBSITE.domains.map((domain) => ({
    ...domain,
    registrantName: principal.name,
    registrantCertificateNumber: principal.certificate.number,
  }))
  const { legalRepresentative: _, ...entity } = FIRST_FILING.entity
  return {
    ...firstFiling({}, { contentCategories: ['其他'], domains, principal, ...service }),
    entity: {
      ...entity,
      kind: 'individual',
      nature: 'individual',
      name: principal.name,
      certificate: principal.certificate,
      principal,
    },
  }
}

/** A change order with these changes. */
export function changeOrder(
  changes: ReadonlyArray<readonly [field: string, before: string, after: string]>,
): Application {
  return {
    ...FIRST_FILING,
    filingType: 'change',
    existing: { entityIcpNumber: '浙ICP备12345678号' },
    changes: changes.map(([field, before, after]) => ({ field, before, after })),
  }
}

export type DocumentAt = Pick<BundleDocument, 'kind'> & Partial<BundleDocument> & { readonly sha256?: string }

interface CaseOptions {
  readonly application?: Application
  readonly documents?: readonly DocumentAt[]
  readonly province?: string
  readonly submittedOn?: string
}

/** A case of one round, submitted at ten in the morning. */
export function makeCase(options: CaseOptions = {}): Case {
  const { application = FIRST_FILING, documents = [], province = '330000', submittedOn = SUBMITTED } = options
  const submittedAt = `${submittedOn}T10:00:00+08:00`
  return {
    id: '01936000-0000-7000-8000-000000000001',
    orderNumber: 'BA-2026-0001',
    accountId: 'account',
    version: 1,
    state: 'pending-review',
    province,
    rulePack: 'test',
    dueAt: submittedAt,
    rounds: [
      {
        round: 1,
        submittedAt,
        application,
        documents: documents.map(({ file: _, ...document }, index) => ({
          id: `d${String(index)}`,
          sha256: String(index).padStart(64, '0'),
          face: 'page',
          owner: 'entity',
          ...document,
          fileName: 'page.jpg',
          bytes: 1,
          mediaType: 'image/jpeg',
          receivedAt: submittedAt,
        })),
      },
    ],
    decisions: [],
    timeline: [],
  }
}

export function makeContext(options: CaseOptions & { readonly today?: string } = {}): CheckContext {
  return makeCheckContext(makeCase(options), options.today ?? SUBMITTED)
}

/** Judges a case by a check as a pack writes it; a check that the pack could not carry throws. */
export function judged(
  check: unknown,
  options: CaseOptions & { readonly today?: string } = {},
): MachineVerdict {
  return prepareCheck(checkSchema.parse(check))(makeContext(options))
}

/** Where the evidence of a verdict points, in one line each. */
export function pointsAt({ evidence }: MachineVerdict): readonly string[] {
  return evidence.map((item) => {
    switch (item.kind) {
      case 'field':
        return item.path
      case 'document':
        return `document ${item.documentId}`
      case 'missing-document':
        return `missing ${item.documentKind}`
    }
  })
}
