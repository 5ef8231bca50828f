import { accessFields, certificateFields, domainFields, personFields } from './formParts'
import { fieldAt } from './fieldPaths'
import { field, type FormField, type FormSection } from './formField'
import { recordSections } from './recordSections'
import type { Application, Entity, Service } from '../../shared/domain/filing'

/** What is filed: the application of a round, and what the order says beside it. */
interface Filing {
  readonly application: Application
  readonly province: string
  readonly accountId: string
  readonly submittedAt: string
}

/** The form of an application as sections in review order. Fields an applicant left out are absent. */
export function formSections(filing: Filing): readonly FormSection[] {
  const { application } = filing
  const filed = [
    entitySection(application.entity),
    principalSection(application.entity),
    ...servicesOf(application).flatMap((service, index) => serviceSections(service, index)),
  ]
  return [
    orderSection(filing),
    ...existingSection(application),
    ...changesSection(application, filed),
    ...filed,
    // What is filed is read first; the record is looked up where a check says that the two differ.
    ...recordOf(application),
  ]
}

function orderSection({ application, province, accountId, submittedAt }: Filing): FormSection {
  return {
    id: 'order',
    title: { key: 'order' },
    documents: null,
    fields: [
      {
        path: 'application.filingType',
        label: { key: 'filingType' },
        value: { kind: 'filing-type', type: application.filingType },
      },
      { path: 'province', label: { key: 'province' }, value: { kind: 'province', code: province } },
      ...field('accountId', 'accountId', accountId),
      { path: 'submittedAt', label: { key: 'submittedAt' }, value: { kind: 'instant', at: submittedAt } },
    ],
  }
}

/** Services of an application; a cancelled entity names none. */
export function servicesOf(application: Application): readonly Service[] {
  return 'services' in application ? application.services : []
}

function existingSection(application: Application): readonly FormSection[] {
  if (!('existing' in application)) {
    return []
  }
  const path = 'application.existing'
  const reason = 'reason' in application ? application.reason : undefined
  return [
    {
      id: 'existing',
      title: { key: 'existing' },
      documents: { owner: 'entity' },
      fields: [
        field(`${path}.entityIcpNumber`, 'entityIcpNumber', application.existing.entityIcpNumber),
        field(`${path}.filingPassword`, 'filingPassword', application.existing.filingPassword, 'secret'),
        field('application.reason', 'cancelReason', reason),
        otherProviderFields(application),
        claimedFields(application),
      ].flat(),
    },
  ]
}

/** Other providers that host the filing: with none left, removing this one makes it an empty shell. */
function otherProviderFields(application: Application): readonly FormField[] {
  return 'otherProviders' in application
    ? field('application.otherProviders', 'otherProviders', application.otherProviders?.join('、'))
    : []
}

function claimedFields(application: Application): readonly FormField[] {
  if (application.filingType !== 'claim' || application.claimed === undefined) {
    return []
  }
  const path = 'application.claimed'
  const { filedWith, filedOn, wasTransferred, madeOn } = application.claimed
  return [
    ...field(`${path}.filedWith`, 'filedWith', filedWith),
    ...field(`${path}.filedOn`, 'filedOn', filedOn),
    {
      path: `${path}.wasTransferred`,
      label: { key: 'wasTransferred' },
      value: { kind: 'yes-no', yes: wasTransferred },
    },
    {
      path: `${path}.madeOn`,
      label: { key: 'madeOnComputer' },
      value: { kind: 'yes-no', yes: madeOn === 'computer' },
    },
  ]
}

function recordOf(application: Application): readonly FormSection[] {
  const record = 'existing' in application ? application.existing.recordOnFile : undefined
  return record === undefined ? [] : recordSections('application.existing.recordOnFile', record)
}

/** Each change is called what the form calls the field that it changes. */
function changesSection(application: Application, filed: readonly FormSection[]): readonly FormSection[] {
  if (application.filingType !== 'change') {
    return []
  }
  const named = filed.flatMap((section) => section.fields.map((own) => ({ section, field: own })))
  const paths = named.map((own) => own.field.path)
  const labelOf = (changed: string): FormField['label'] => {
    const path = fieldAt(`application.${changed.replace(/^application\./, '')}`, paths)
    return named.find((own) => own.field.path === path) ?? { text: changed }
  }
  const fields = application.changes.map((change, index): FormField => ({
    path: `application.changes.${index}`,
    label: labelOf(change.field),
    value: { kind: 'change', before: change.before, after: change.after },
  }))
  return [{ id: 'changes', title: { key: 'changes' }, documents: null, fields }]
}

function entitySection(entity: Entity): FormSection {
  const path = 'application.entity'
  return {
    id: 'entity',
    title: { key: 'entity' },
    // An individual is known by the papers of the person.
    documents: { owner: entity.kind === 'individual' ? 'entity-principal' : 'entity' },
    fields: [
      field(`${path}.name`, 'name', entity.name),
      [
        {
          path: `${path}.nature`,
          label: { key: 'nature' },
          value: { kind: 'nature', nature: entity.nature },
        } as const,
      ],
      certificateFields(`${path}.certificate`, entity.certificate, entity.kind === 'individual'),
      field(`${path}.legalRepresentative`, 'legalRepresentative', entity.legalRepresentative),
      field(`${path}.mailingAddress`, 'mailingAddress', entity.mailingAddress),
      field(`${path}.remarks`, 'remarks', entity.remarks),
    ].flat(),
  }
}

function principalSection(entity: Entity): FormSection {
  return {
    id: 'principal',
    title: { key: 'principal' },
    documents: { owner: 'entity-principal' },
    fields: personFields('application.entity.principal', entity.principal),
  }
}

function serviceSections(service: Service, index: number): readonly FormSection[] {
  const path = `application.services.${index}`
  const number = index + 1
  const own: FormSection = {
    id: `service-${index}`,
    title: { key: 'service', number },
    documents: { owner: 'service', serviceId: service.id },
    fields: [
      field(`${path}.name`, 'serviceName', service.name),
      [
        {
          path: `${path}.kind`,
          label: { key: 'serviceKind' },
          value: { kind: 'service-kind', code: service.kind },
        } as const,
      ],
      field(`${path}.icpNumber`, 'icpNumber', service.icpNumber),
      field(`${path}.homepage`, 'homepage', service.homepage),
      field(`${path}.contentCategories`, 'content', service.contentCategories.join('、')),
      field(`${path}.languages`, 'languages', service.languages.join('、')),
      service.preApprovals.flatMap((approval, at) =>
        field(`${path}.preApprovals.${at}`, 'preApproval', `${approval.category} ${approval.number}`),
      ),
      (service.app?.platforms ?? []).map((platform, at): FormField => ({
        path: `${path}.app.platforms.${at}`,
        label: { key: 'appPlatforms' },
        value: { kind: 'platform', os: platform.os, packageName: platform.packageName },
      })),
      field(`${path}.remarks`, 'remarks', service.remarks),
      service.domains.flatMap((domain, at) => domainFields(`${path}.domains.${at}`, domain)),
      service.access === undefined ? [] : accessFields(`${path}.access`, service.access),
    ].flat(),
  }
  const principal: FormSection = {
    id: `service-principal-${index}`,
    title: { key: 'servicePrincipal', number },
    documents: { owner: 'service-principal', serviceId: service.id },
    fields: personFields(`${path}.principal`, service.principal),
  }
  return [own, principal]
}
