import { ENTITY_NATURES } from '../../../../../shared/domain/filing'
import { domains, entity } from '../edits'
import { asks, fails, passes, type ProofCase, type ProofCases, type Recipe } from '../proofCases'
import type { Draft } from '../draft'

const OTHER_SUFFIX = '.example'

export const domainSuffix: Recipe<'domain-suffix'> = (check, draft) => {
  const { allowed, allowedByNature, denied, chineseAllowed, outside } = check
  if (allowedByNature !== undefined) {
    const natures = ENTITY_NATURES.filter((nature) => allowedByNature[nature] !== undefined)
    return joined(
      natures.map((nature) => ofAllowed(entity(draft, { nature }), allowedByNature[nature] ?? [])),
    )
  }
  if (allowed === undefined) {
    return ofDenied(draft, denied)
  }
  // Where the list grows, a suffix of no list is looked up.
  const listed = ofAllowed(draft, allowed, outside === 'unsure' ? asks : fails)
  const chinese = (chineseAllowed ? passes : outside === 'unsure' ? asks : fails)(
    'a suffix in Chinese characters',
    ending(draft, '.我爱你'),
  )
  const refused = denied.map((suffix) => fails(suffix, ending(draft, suffix)))
  return {
    ...listed,
    breaks: [...refused, ...listed.breaks],
    boundary: [...listed.boundary, ...(allowed.includes('.我爱你') ? [] : [chinese])],
  }
}

function ending(draft: Draft, suffix: string): Draft {
  return domains(draft, { name: `xinghe${suffix}` })
}

function ofAllowed(draft: Draft, allowed: readonly string[], unlisted = fails): ProofCases {
  // The letters of the suffix without its dot before them.
  const glued = allowed.map((suffix) => `${suffix.slice(1)}${OTHER_SUFFIX}`)
  return {
    breaks: [unlisted('another suffix', ending(draft, OTHER_SUFFIX))],
    keeps: allowed.map((suffix) => passes(suffix, ending(draft, suffix))),
    boundary: [
      ...glued.map((text): ProofCase =>
        unlisted(`a name that only has the letters of ${text}`, ending(draft, text)),
      ),
      ...allowed.map((suffix) => passes(`${suffix} in capitals`, ending(draft, suffix.toUpperCase()))),
    ],
  }
}

function ofDenied(draft: Draft, denied: readonly string[]): ProofCases {
  return {
    breaks: denied.map((suffix) => fails(suffix, ending(draft, suffix))),
    keeps: [passes('another suffix', ending(draft, OTHER_SUFFIX))],
    boundary: denied.flatMap((suffix) => [
      passes(
        `a name that only has the letters of ${suffix}`,
        ending(draft, `${suffix.slice(1)}${OTHER_SUFFIX}`),
      ),
      fails(`${suffix} in capitals`, ending(draft, suffix.toUpperCase())),
    ]),
  }
}

function joined(all: readonly ProofCases[]): ProofCases {
  return {
    breaks: all.flatMap(({ breaks }) => breaks),
    keeps: all.flatMap(({ keeps }) => keeps),
    boundary: all.flatMap(({ boundary }) => boundary),
  }
}
