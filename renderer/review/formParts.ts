import { field, type FormField } from './formField'
import type { CertificateType, Entity, Person, Service } from '../../shared/domain/filing'

type Certificate = Entity['certificate']
type Domain = Service['domains'][number]
export type Access = NonNullable<Service['access']>
export type Platform = NonNullable<Service['app']>['platforms'][number]

/** Certificates whose number is a private person's. */
const PRIVATE_CERTIFICATES: readonly CertificateType[] = [
  'resident-id',
  'passport',
  'hk-macao-permit',
  'taiwan-permit',
  'hkmt-residence-permit',
  'foreign-permanent-resident',
]

export function certificateFields(
  path: string,
  certificate: Certificate,
  isPrivate: boolean,
): readonly FormField[] {
  const hidden = isPrivate || PRIVATE_CERTIFICATES.includes(certificate.type)
  const validity: readonly FormField[] =
    certificate.validTo === undefined
      ? []
      : [
          {
            path: `${path}.validTo`,
            label: { key: 'certificateValidity' },
            value: { kind: 'validity', from: certificate.validFrom, to: certificate.validTo },
          },
        ]
  return [
    {
      path: `${path}.type`,
      label: { key: 'certificateType' },
      value: { kind: 'certificate-type', type: certificate.type },
    },
    ...field(`${path}.number`, 'certificateNumber', certificate.number, hidden ? 'number' : undefined),
    ...field(`${path}.address`, 'certificateAddress', certificate.address),
    ...validity,
  ]
}

export function personFields(path: string, person: Person): readonly FormField[] {
  return [
    ...field(`${path}.name`, 'personName', person.name),
    ...certificateFields(`${path}.certificate`, person.certificate, true),
    ...field(`${path}.mobile`, 'mobile', person.mobile, 'number'),
    ...field(`${path}.emergencyPhone`, 'emergencyPhone', person.emergencyPhone, 'number'),
    ...field(`${path}.landline`, 'landline', person.landline, 'number'),
    ...field(`${path}.email`, 'email', person.email),
  ]
}

export function domainFields(path: string, domain: Domain): readonly FormField[] {
  return [
    ...field(`${path}.name`, 'domainName', domain.name),
    ...field(`${path}.registrantName`, 'registrant', domain.registrantName),
    ...field(
      `${path}.registrantCertificateNumber`,
      'registrantCertificate',
      domain.registrantCertificateNumber,
      'number',
    ),
    ...field(`${path}.registrar`, 'registrar', domain.registrar),
    ...field(`${path}.registeredAt`, 'registeredAt', domain.registeredAt),
    ...field(`${path}.expiresAt`, 'expiresAt', domain.expiresAt),
    {
      path: `${path}.realNameVerified`,
      label: { key: 'realName' },
      value: { kind: 'yes-no', yes: domain.realNameVerified },
    },
  ]
}

export function accessFields(path: string, access: Access): readonly FormField[] {
  return [
    ...field(`${path}.serviceNumber`, 'serviceNumber', access.serviceNumber),
    { path: `${path}.mode`, label: { key: 'accessMode' }, value: { kind: 'access-mode', mode: access.mode } },
    ...field(`${path}.ipAddresses`, 'ipAddresses', access.ipAddresses.join(' ')),
    {
      path: `${path}.serverProvince`,
      label: { key: 'serverProvince' },
      value: { kind: 'province', code: access.serverProvince },
    },
    {
      path: `${path}.subscriptionMonths`,
      label: { key: 'subscription' },
      value: { kind: 'months', count: access.subscriptionMonths },
    },
    ...field(`${path}.subscriptionEndsAt`, 'subscriptionEndsAt', access.subscriptionEndsAt),
  ]
}
