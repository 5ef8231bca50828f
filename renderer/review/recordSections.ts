import { field, type FormField, type FormSection } from './formField'
import type { RecordedPerson, RecordOnFile } from '../../shared/domain/filing'

/**
 * What the administration shows of the earlier filing, in the parts of the form: a name alone does not say whose it is.
 * Parts of which the record shows nothing are left out.
 */
export function recordSections(path: string, record: RecordOnFile): readonly FormSection[] {
  const services = record.services.flatMap((service, index) => {
    const at = `${path}.services.${index}`
    const fields = [
      field(`${at}.icpNumber`, 'icpNumber', service.icpNumber),
      field(`${at}.name`, 'serviceName', service.name),
      field(`${at}.domains`, 'domainName', service.domains?.join(' ')),
    ].flat()
    const number = index + 1
    return [
      section(`record-service-${number}`, { key: 'recordService', number }, fields),
      section(
        `record-service-principal-${number}`,
        { key: 'recordServicePrincipal', number },
        recordedPersonFields(`${at}.principal`, service.principal),
      ),
    ]
  })
  return [
    section('record', { key: 'record' }, entityFields(path, record)),
    section(
      'record-principal',
      { key: 'recordPrincipal' },
      recordedPersonFields(`${path}.entity.principal`, record.entity.principal),
    ),
    ...services,
  ].filter(({ fields }) => fields.length > 0)
}

function section(id: string, title: FormSection['title'], fields: readonly FormField[]): FormSection {
  return { id, title, documents: null, fields }
}

function entityFields(path: string, { readOn, entity }: RecordOnFile): readonly FormField[] {
  const at = `${path}.entity`
  const nature: readonly FormField[] =
    entity.nature === undefined
      ? []
      : [{ path: `${at}.nature`, label: { key: 'nature' }, value: { kind: 'nature', nature: entity.nature } }]
  const type: readonly FormField[] =
    entity.certificateType === undefined
      ? []
      : [
          {
            path: `${at}.certificateType`,
            label: { key: 'certificateType' },
            value: { kind: 'certificate-type', type: entity.certificateType },
          },
        ]
  return [
    field(`${path}.readOn`, 'recordReadOn', readOn),
    field(`${at}.name`, 'name', entity.name),
    nature,
    type,
    field(`${at}.certificateNumber`, 'certificateNumber', entity.certificateNumber, 'number'),
    field(`${at}.certificateAddress`, 'certificateAddress', entity.certificateAddress),
    field(`${at}.mailingAddress`, 'mailingAddress', entity.mailingAddress),
  ].flat()
}

function recordedPersonFields(path: string, person: RecordedPerson | undefined): readonly FormField[] {
  return [
    field(`${path}.name`, 'personName', person?.name),
    field(`${path}.certificateNumber`, 'certificateNumber', person?.certificateNumber, 'number'),
    field(`${path}.mobile`, 'mobile', person?.mobile, 'number'),
    field(`${path}.email`, 'email', person?.email),
  ].flat()
}
