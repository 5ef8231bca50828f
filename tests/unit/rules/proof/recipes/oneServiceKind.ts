import { serviceTimes } from '../edits'
import { fails, passes, type Recipe } from '../proofCases'

export const oneServiceKind: Recipe<'one-service-kind'> = (_, draft) => {
  const two = serviceTimes(draft, 2)
  const mixed = (last: 'website' | 'app') => ({
    ...two,
    services: two.services.map((service, index) => ({ ...service, kind: index === 1 ? last : service.kind })),
  })
  const [kind, other] =
    draft.services[0]?.kind === 'app' ? (['app', 'website'] as const) : (['website', 'app'] as const)
  return {
    breaks: [fails('a website and an App', mixed(other))],
    keeps: [passes('one service', draft)],
    boundary: [
      passes('two of one kind', mixed(kind)),
      fails('the second one alone is of another', mixed(other)),
    ],
  }
}
