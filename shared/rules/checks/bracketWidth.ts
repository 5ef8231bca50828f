import { domainsOf } from './caseDomains'
import { sameName } from './caseFacts'
import { defineCheck } from './defineCheck'
import { fail, field, notApplicable, pass, worstOf } from './verdicts'

const BRACKETS = /[()（）]/gu

/** Brackets in the registrant's name have the width of those in the entity's name. */
export const bracketWidth = defineCheck('bracket-width', {}, (context) => {
  const { name } = context.application.entity
  const brackets = bracketsOf(name)
  const held = domainsOf(context).filter(({ domain }) => sameName(domain.registrantName, name))
  if (brackets === '' || held.length === 0) {
    return notApplicable({ evidence: [field('application.entity.name')], measured: name })
  }
  return worstOf(
    held.map(({ domain, path }) =>
      (bracketsOf(domain.registrantName) === brackets ? pass : fail)({
        evidence: [field(`${path}.registrantName`), field('application.entity.name')],
        measured: domain.registrantName,
        expected: name,
      }),
    ),
  )
})

function bracketsOf(text: string): string {
  return (text.match(BRACKETS) ?? []).join('')
}
