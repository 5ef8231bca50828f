import { isWithin, normalPath } from '../domain/fieldPaths'
import type { Application } from '../domain/filing'
import type { ChecklistGroup, ChecklistLine, Evidence } from '../rules/checklist'
import type { JudgedDocument } from '../rules/judgedCase'
import type { ComparedRound, RoundComparison } from './compareRounds'

/** Which of two compared rounds a path or an id belongs to. */
type Side = 'before' | 'after'

/**
 * A part of the filing that is looked at together: a person or thing of the form with its papers. `order` is what the
 * filing asks for; services are told apart by their id.
 */
type Area = 'order' | 'entity' | 'entity-principal' | `service ${string}` | `service-principal ${string}`

/** Which evidence of a line is still what it was in the round before. */
export interface UntouchedEvidence {
  /** Whether everything that a line rests on is the same in both rounds. */
  readonly of: (line: ChecklistLine, side: Side) => boolean
  /** Whether what the evidence names is the same, whatever stands around it. */
  readonly isSame: (evidence: Evidence, side: Side) => boolean
}

/**
 * A line rests on what the machine names as its evidence and, because a person compares the form with the papers, on
 * the whole area of each: a licence on the entity's fields, a name on its owner's papers. A line without evidence rests
 * on the areas of its group; where the group is not about one of them, on everything.
 */
export function untouchedEvidence<D extends JudgedDocument>(
  rounds: Readonly<Record<Side, ComparedRound<D>>>,
  comparison: RoundComparison<D>,
): UntouchedEvidence {
  const changedDocuments = comparison.documents.filter(({ kind }) => kind !== 'unchanged')
  const changedAreas = new Set(
    (['before', 'after'] as const).flatMap((side) => {
      const { application } = rounds[side]
      return [
        ...changedPaths(side).map((path) => areaOfField(path, application)),
        ...changedDocuments.flatMap((change) => areasOfDocument(change[side], application)),
      ]
    }),
  )
  const isEverythingSame = comparison.fields.length === 0 && changedDocuments.length === 0

  function changedPaths(side: Side): readonly string[] {
    const paths = comparison.fields.map((change) => (side === 'after' ? change.path : change.pathBefore))
    return paths.filter((path) => path !== null)
  }

  function isSame(evidence: Evidence, side: Side): boolean {
    switch (evidence.kind) {
      case 'field': {
        const path = normalPath(evidence.path)
        return !changedPaths(side).some((changed) => isWithin(changed, path) || isWithin(path, changed))
      }
      case 'document':
        return comparison.documents.some(
          (change) => change.kind === 'unchanged' && change[side].id === evidence.documentId,
        )
      case 'missing-document':
        return !changedDocuments.some(
          (change) =>
            change.before?.kind === evidence.documentKind || change.after?.kind === evidence.documentKind,
        )
    }
  }

  function areasOf(evidence: Evidence, side: Side): readonly Area[] {
    const { application, documents } = rounds[side]
    switch (evidence.kind) {
      case 'field':
        return [areaOfField(normalPath(evidence.path), application)]
      case 'document':
        return areasOfDocument(documents.find(({ id }) => id === evidence.documentId) ?? null, application)
      case 'missing-document':
        return []
    }
  }

  return {
    isSame,
    of(line, side) {
      const evidence = line.machine?.evidence ?? []
      if (evidence.length === 0) {
        const areas = areasOfGroup(line.group, rounds[side].application)
        return areas === null ? isEverythingSame : !areas.some((area) => changedAreas.has(area))
      }
      return evidence.every(
        (item) => isSame(item, side) && !areasOf(item, side).some((area) => changedAreas.has(area)),
      )
    },
  }
}

function servicesOf(application: Application): ReadonlyArray<{ readonly id: string }> {
  return 'services' in application ? application.services : []
}

function areaOfField(path: string, application: Application): Area {
  if (isWithin(path, 'application.entity.principal')) {
    return 'entity-principal'
  }
  if (isWithin(path, 'application.entity')) {
    return 'entity'
  }
  const [, index, member] = /^application\.services\.(\d+)(?:\.([^.]+))?/.exec(path) ?? []
  const service = index === undefined ? undefined : servicesOf(application)[Number(index)]
  if (service === undefined) {
    return 'order'
  }
  return member === 'principal' ? `service-principal ${service.id}` : `service ${service.id}`
}

/** One person may stand for entity and service and bring the papers once, so a principal's paper is everybody's. */
function areasOfDocument(document: JudgedDocument | null, application: Application): readonly Area[] {
  if (document === null) {
    return []
  }
  const { owner, serviceId } = document
  const ids = serviceId === undefined ? servicesOf(application).map(({ id }) => id) : [serviceId]
  const principals = ids.map((id) => `service-principal ${id}` as const)
  const isIndividual = application.entity.kind === 'individual'
  switch (owner) {
    case 'entity':
      return isIndividual ? ['entity', 'entity-principal'] : ['entity']
    case 'entity-principal':
      return [...(isIndividual ? (['entity'] as const) : []), 'entity-principal', ...principals]
    case 'legal-representative':
      return ['entity', 'entity-principal', ...principals]
    case 'service-principal':
      return principals
    case 'service':
      return ids.map((id) => `service ${id}` as const)
  }
}

/** Null: lines of the group may be about anything. */
function areasOfGroup(group: ChecklistGroup, application: Application): readonly Area[] | null {
  const ids = servicesOf(application).map(({ id }) => id)
  const services = ids.map((id) => `service ${id}` as const)
  switch (group) {
    case 'entity':
      return ['entity', 'entity-principal']
    case 'persons':
      return ['entity', 'entity-principal', ...ids.map((id) => `service-principal ${id}` as const)]
    case 'service':
    case 'domain':
      // A site's name and a domain's holder are judged against the entity.
      return ['entity', ...services]
    case 'access':
      return services
    case 'order':
    case 'documents':
    case 'verification':
    case 'other':
      return null
  }
}
