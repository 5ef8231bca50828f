import { chinaDate } from '../calendar/chinaTime'
import type { Application } from '../domain/filing'
import { roundUnderReview, type JudgedCase } from './judgedCase'
import type { Rule } from './rule'
import type { RulePack } from './rulePack'
import { servicesOf } from './checks/caseFacts'

/**
 * The rules of a pack by which the current round of a case is judged, the division's after the general ones. A rule
 * counts when it was in force on the China date of submission and fits filing type, entity and services. One that
 * has been superseded by another in force is left out, and so is a general rule that yields to the division's own
 * rule of the same topic. A rule that carries a caution may not push out one that carries none: what is unsure
 * neither blocks nor lifts a block, and both are shown.
 */
export function rulesInForce(
  pack: RulePack,
  filingCase: Pick<JudgedCase, 'province' | 'rounds'>,
): readonly Rule[] {
  const round = roundUnderReview(filingCase)
  const on = chinaDate(Date.parse(round.submittedAt))
  const fits = (rule: Rule): boolean => isInForce(rule, on) && appliesTo(rule, round.application)
  const general = pack.general.filter(fits)
  const provincial = (pack.byProvince[filingCase.province] ?? []).filter(fits)
  const ids = new Set([...general, ...provincial].map((rule) => rule.id))
  const stands = (rule: Rule): boolean => rule.supersededBy === undefined || !ids.has(rule.supersededBy)
  const own = provincial.filter(stands)
  return [...general.filter((rule) => stands(rule) && !own.some((other) => pushesOut(other, rule))), ...own]
}

function isInForce(rule: Rule, on: string): boolean {
  const begun = rule.effectiveFrom === null || rule.effectiveFrom <= on
  const lasts = rule.effectiveTo === null || on <= rule.effectiveTo
  return begun && lasts
}

function appliesTo(rule: Rule, application: Application): boolean {
  const { entity, filingTypes, service } = rule.appliesTo
  if (!filingTypes.includes(application.filingType)) {
    return false
  }
  if (entity !== 'both' && entity !== application.entity.kind) {
    return false
  }
  const services = servicesOf({ application, scope: 'both' })
  // Without services (an entity is cancelled) only what is said of both kinds can concern the case.
  return service === 'both' || services.some(({ service: { kind } }) => kind === service)
}

function pushesOut(provincial: Rule, general: Rule): boolean {
  return (
    general.yieldsToProvince === true &&
    general.topic !== undefined &&
    provincial.topic === general.topic &&
    (provincial.cautions.length === 0 || general.cautions.length > 0)
  )
}
