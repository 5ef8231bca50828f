import { ENTITY_NATURES } from '../../../../../shared/domain/filing'
import { domains, entity } from '../edits'
import { fails, passes, type ProofCase, type ProofCases, type Recipe } from '../proofCases'
import type { Draft } from '../draft'

const OTHER_SUFFIX = '.example'

export const domainSuffix: Recipe<'domain-suffix'> = ({ allowed, allowedByNature, denied }, draft) => {
  if (allowedByNature !== undefined) {
    const natures = ENTITY_NATURES.filter((nature) => allowedByNature[nature] !== undefined)
    return joined(
      natures.map((nature) => ofAllowed(entity(draft, { nature }), allowedByNature[nature] ?? [])),
    )
  }
  return allowed === undefined ? ofDenied(draft, denied) : ofAllowed(draft, allowed)
}

function ending(draft: Draft, suffix: string): Draft {
  return domains(draft, { name: `xinghe${suffix}` })
}

function ofAllowed(draft: Draft, allowed: readonly string[]): ProofCases {
  // The letters of the suffix without its dot before them.
  const glued = allowed.map((suffix) => `${suffix.slice(1)}${OTHER_SUFFIX}`)
  return {
    breaks: [fails('another suffix', ending(draft, OTHER_SUFFIX))],
    keeps: allowed.map((suffix) => passes(suffix, ending(draft, suffix))),
    boundary: [
      ...glued.map((text): ProofCase =>
        fails(`a name that only has the letters of ${text}`, ending(draft, text)),
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
