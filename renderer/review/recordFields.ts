import { field, type FormField } from './formField'
import type { RecordedPerson, RecordOnFile } from '../../shared/domain/filing'

/** What the administration shows of the earlier filing, in the order of the form. */
export function recordFields(path: string, record: RecordOnFile): readonly FormField[] {
  const { entity, services } = record
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
    field(`${path}.readOn`, 'recordReadOn', record.readOn),
    field(`${at}.name`, 'name', entity.name),
    nature,
    type,
    field(`${at}.certificateNumber`, 'certificateNumber', entity.certificateNumber, 'number'),
    field(`${at}.certificateAddress`, 'certificateAddress', entity.certificateAddress),
    field(`${at}.mailingAddress`, 'mailingAddress', entity.mailingAddress),
    recordedPersonFields(`${at}.principal`, entity.principal),
    services.flatMap((service, index) => [
      ...field(`${path}.services.${index}.icpNumber`, 'icpNumber', service.icpNumber),
      ...field(`${path}.services.${index}.name`, 'serviceName', service.name),
      ...field(`${path}.services.${index}.domains`, 'domainName', service.domains?.join(' ')),
      ...recordedPersonFields(`${path}.services.${index}.principal`, service.principal),
    ]),
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
