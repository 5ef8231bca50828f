import { ENTITY_NATURES, type CertificateType } from '../../../../../shared/domain/filing'
import type { DocumentAt } from '../../caseMaker'
import type { Draft } from '../draft'
import { certificates, entity, twoPersons } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'

type Check = Parameters<Recipe<'filing-documents'>>[0]

/** Both sides, or whatever faces are asked for, of the card of the entity's principal. */
function cardOf({ personPapers }: Check, type: CertificateType): readonly DocumentAt[] {
  const paper = personPapers[type]
  if (paper === undefined) {
    return []
  }
  return paper.faces.map((face): DocumentAt => ({ kind: paper.kind, face, owner: 'entity-principal' }))
}

function licenceOf({ entityPapers }: Check, { entity: { nature, kind } }: Draft): readonly DocumentAt[] {
  const kinds = kind === 'individual' ? [] : (entityPapers?.[nature] ?? [])
  return kinds.slice(0, 1).map((paper) => ({ kind: paper, face: 'face', owner: 'entity' }))
}

export const filingDocuments: Recipe<'filing-documents'> = (check, draft) => {
  const resident = cardOf(check, 'resident-id')
  const licence = licenceOf(check, draft)
  const bring = (documents: readonly DocumentAt[], from = draft): Draft => ({ ...from, documents })
  const types = (Object.keys(check.personPapers) as CertificateType[]).map((type) => ({
    about: `principals with ${type}`,
    faces: cardOf(check, type),
    made: certificates(draft, check.persons, { type }),
  }))
  const natures = ENTITY_NATURES.filter(
    (nature) => draft.entity.kind === 'organization' && check.entityPapers?.[nature] !== undefined,
  ).map((nature) => ({ nature, made: entity(draft, { nature }), kinds: check.entityPapers?.[nature] ?? [] }))
  const second = resident.map((document): DocumentAt => ({ ...document, owner: 'service-principal' }))
  return {
    breaks: [fails('no picture at all', bring([]))],
    keeps: [passes('all pictures', bring([...licence, ...resident]))],
    boundary: [
      ...types.flatMap(({ about, faces, made }) => [
        passes(about, bring([...licence, ...faces], made)),
        fails(`${about}, a face less`, bring([...licence, ...faces.slice(1)], made)),
      ]),
      ...natures.flatMap(({ nature, made, kinds }) => [
        ...kinds.map((kind) => passes(`${nature} with ${kind}`, bring([{ kind }, ...resident], made))),
        fails(`${nature} without its certificate`, bring(resident, made)),
      ]),
      fails('two persons, the card of one', bring([...licence, ...resident], twoPersons(draft))),
      passes('two persons, both cards', bring([...licence, ...resident, ...second], twoPersons(draft))),
      asks(
        'a certificate of no known paper',
        bring([...licence, ...resident], certificates(draft, check.persons, { type: 'other' })),
      ),
    ],
  }
}
