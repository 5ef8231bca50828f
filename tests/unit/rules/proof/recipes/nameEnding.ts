import type { Draft } from '../draft'
import { entity, services } from '../edits'
import { asks, concernsNot, fails, passes, type Recipe } from '../proofCases'

const ENTITY = '样例星河公司'

export const nameEnding: Recipe<'name-ending'> = ({ of, anyOf }, draft) => {
  const named = (name: string, owner = ENTITY): Draft => services(entity(draft, { name: owner }), { name })
  if (of.kind === 'entity-name') {
    return {
      breaks: [fails('another name', named('星河小记'))],
      keeps: anyOf.map((ending) => passes(`the whole name and ${ending}`, named(`${ENTITY}${ending}`))),
      boundary: [
        fails('the whole name alone', named(ENTITY)),
        ...anyOf.map((ending) =>
          fails(`a character less and ${ending}`, named(`${ENTITY.slice(1)}${ending}`)),
        ),
        ...anyOf.map((ending) => passes(`a space before ${ending}`, named(`${ENTITY} ${ending}`))),
      ],
    }
  }
  const inner = `星河${of.word}`
  return {
    breaks: [asks('a part of the entity that does not say so', named(inner))],
    keeps: anyOf.map((ending) => passes(ending, named(`${inner}${ending}`))),
    boundary: [
      ...anyOf.map((ending) =>
        passes(`${ending} in narrow brackets`, named(`${inner}${ending.normalize('NFKC')}`)),
      ),
      ...anyOf.map((ending) => asks(`something behind ${ending}`, named(`${inner}${ending}一`))),
      concernsNot('the entity bears the word itself', named(inner, `样例星河${of.word}`)),
    ],
  }
}
