import { z } from 'zod'
import { websitesOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { fail, field, notApplicable, pass, unsure, worstOf } from './verdicts'

/**
 * What the name of a website ends in. `entity-name`: behind the entity's whole name, as advised. `inner-body`: a name
 * with the word belongs to a part of the entity, which says so; the entity itself may bear the word.
 */
export const nameEnding = defineCheck(
  'name-ending',
  {
    of: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('entity-name') }),
      z.strictObject({ kind: z.literal('inner-body'), word: z.string().min(1) }),
    ]),
    anyOf: z.array(z.string().min(1)).min(1),
  },
  (context, { of, anyOf }) => {
    const { name: entityName } = context.application.entity
    return worstOf(
      websitesOf(context).map(({ service, path }) => {
        const name = plain(service.name)
        const ground = {
          evidence: [field(`${path}.name`)],
          measured: service.name,
          expected: anyOf
            .map((ending) => (of.kind === 'entity-name' ? entityName : '…') + ending)
            .join(' / '),
        }
        if (of.kind === 'entity-name') {
          const fits = anyOf.some((ending) => name.startsWith(plain(`${entityName}${ending}`)))
          return (fits ? pass : fail)(ground)
        }
        if (!name.includes(of.word) || plain(entityName).includes(of.word)) {
          return notApplicable(ground)
        }
        return (anyOf.some((ending) => name.endsWith(plain(ending))) ? pass : unsure)(ground)
      }),
    )
  },
)

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '')
}
