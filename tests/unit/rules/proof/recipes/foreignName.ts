import { entity, papers, principal, services } from '../edits'
import type { Draft } from '../draft'
import { asks, concernsNot, fails, passes, type Recipe } from '../proofCases'

export const foreignName: Recipe<'foreign-name'> = ({ documents }, draft) => {
  const { certificate } = draft.entity.principal
  const named = (name: string): Draft =>
    principal(draft, { name, certificate: { ...certificate, type: 'passport', number: 'E12345678' } })
  const foreign = named('EXAMPLE WANG')
  const explained = (made: Draft, remarks: string) => services(entity(made, { remarks }), { remarks })
  return {
    breaks: [fails('two names and no statement', { ...foreign, documents: [] })],
    keeps: [passes('a Chinese name in the passport', named('王样'))],
    boundary: [
      ...documents.map((kind) =>
        asks(`two names, with ${kind} and a remark`, explained(papers(foreign, kind), '同一人')),
      ),
      fails('a statement without a remark', explained(papers(foreign, ...documents), '')),
      fails('a remark without a statement', explained(foreign, '同一人')),
      concernsNot(
        'a licence without a Chinese name',
        entity(foreign, { legalRepresentative: 'EXAMPLE WANG' }),
      ),
    ],
  }
}
