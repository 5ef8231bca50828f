import { domains, papers } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'

export const domainRegistrant: Recipe<'domain-registrant'> = (check, draft) => {
  const { entity } = draft
  const allowed = check[entity.kind]
  const held = (registrantName: string, registrantCertificateNumber?: string) =>
    domains(draft, { registrantName, registrantCertificateNumber })
  const stranger = held('周旁人')
  const number = entity.certificate.number
  const byRepresentative =
    entity.legalRepresentative === undefined
      ? []
      : [
          (allowed.includes('legal-representative') ? passes : fails)(
            'held by the legal representative',
            held(entity.legalRepresentative),
          ),
        ]
  return {
    breaks: [fails('held by somebody else', stranger)],
    keeps: [passes('held by the entity', held(entity.name, number))],
    boundary: [
      ...byRepresentative,
      (allowed.includes('role-proof') ? asks : fails)(
        'held by somebody else, with a paper about the position',
        papers(stranger, 'holder-role-proof'),
      ),
      fails('a name that is one character longer', held(`${entity.name}甲`, number)),
      passes(
        'the name with a space in it',
        held(`${entity.name.slice(0, 1)} ${entity.name.slice(1)}`, number),
      ),
      fails('the name, with another number', held(entity.name, `${number.slice(0, -1)}0`)),
      passes('the name, with no number stated', held(entity.name)),
    ],
  }
}
