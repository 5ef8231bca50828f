import type { Application, Entity } from '../../shared/domain/filing'

/** What everybody in the team may know of a case. */
export interface MaskedColumns {
  readonly filingType: Application['filingType']
  readonly entityKind: Entity['kind']
  readonly entityName: string
  readonly serviceNames: readonly string[]
  readonly serviceKinds: ReadonlyArray<'website' | 'app' | 'other'>
}

/** Takes the queue's columns out of an application. Names of private persons are masked wherever they stand. */
export function maskedColumns(application: Application): MaskedColumns {
  const { entity } = application
  const services = 'services' in application ? application.services : []
  const persons = [
    ...(entity.kind === 'individual' ? [entity.name] : []),
    entity.principal.name,
    ...services.map((service) => service.principal.name),
  ]
  return {
    filingType: application.filingType,
    entityKind: entity.kind,
    entityName: entity.kind === 'individual' ? maskName(entity.name) : entity.name,
    serviceNames: services.map((service) => maskWithin(service.name, persons)),
    serviceKinds: services.map((service) => service.kind),
  }
}

/** The first character and a star, as counters and clinics in China call people: 王＊. The length tells nothing. */
function maskName(name: string): string {
  const [first] = name
  return `${first ?? ''}＊`
}

/** Personal websites are often named after their owner (王小明的主页). One character alone is no name. */
function maskWithin(text: string, names: readonly string[]): string {
  const whole = [...new Set(names)]
    .filter((name) => Array.from(name).length > 1)
    .sort((a, b) => b.length - a.length)
  return whole.reduce((masked, name) => masked.replaceAll(name, () => maskName(name)), text)
}
