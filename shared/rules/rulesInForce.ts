import { chinaDate } from '../calendar/chinaTime'
import type { Application, Service } from '../domain/filing'
import type { FilingType } from '../domain/filingTypes'
import { roundUnderReview, type JudgedCase } from './judgedCase'
import type { Rule } from './rule'

/** The rules of a pack, those of every division and those of one. */
export interface RuleLists {
  readonly general: readonly Rule[]
  /** By six-digit code. */
  readonly byProvince: Readonly<Record<string, readonly Rule[]>>
}

/** What rules are chosen by. */
export interface RuleSubject {
  /** Six-digit code of the division. */
  readonly province: string
  readonly filingType: FilingType
  readonly entityKind: Application['entity']['kind']
  readonly serviceKinds: readonly Service['kind'][]
  /** China date whose rules count. */
  readonly on: string
}

/**
 * The rules of a pack by which the current round of a case is judged, the division's after the general ones. A rule
 * counts when it was in force on the China date of submission and fits filing type, entity and services. One that
 * has been superseded by another in force is left out, and so is a general rule that yields to the division's own
 * rule of the same topic. A rule that carries a caution may not push out one that carries none: what is unsure
 * neither blocks nor lifts a block, and both are shown.
 */
export function rulesInForce(
  pack: RuleLists,
  filingCase: Pick<JudgedCase, 'province' | 'rounds'>,
): readonly Rule[] {
  return rulesInForceOn(pack, filingCase, chinaDate(Date.parse(roundUnderReview(filingCase).submittedAt)))
}

/** The same on another China date: what follows the hand-over is judged by the rules of that day. */
export function rulesInForceOn(
  pack: RuleLists,
  filingCase: Pick<JudgedCase, 'province' | 'rounds'>,
  on: string,
): readonly Rule[] {
  const { application } = roundUnderReview(filingCase)
  return selectRules(pack, { ...subjectOf(filingCase.province, application), on })
}

/** What of a filing decides which rules speak of it. */
export function subjectOf(province: string, application: Application): Omit<RuleSubject, 'on'> {
  return {
    province,
    filingType: application.filingType,
    entityKind: application.entity.kind,
    serviceKinds: 'services' in application ? application.services.map(({ kind }) => kind) : [],
  }
}

/** Goes through the lists; `rulesInForce` says by which order and preference. */
export function selectRules(lists: RuleLists, subject: RuleSubject): readonly Rule[] {
  const fits = (rule: Rule): boolean => isInForce(rule, subject.on) && appliesTo(rule, subject)
  const general = lists.general.filter(fits)
  const provincial = (lists.byProvince[subject.province] ?? []).filter(fits)
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

function appliesTo({ appliesTo: { entity, filingTypes, service } }: Rule, subject: RuleSubject): boolean {
  // Without services (an entity is cancelled) only what is said of both kinds can concern the case.
  return (
    filingTypes.includes(subject.filingType) &&
    (entity === 'both' || entity === subject.entityKind) &&
    (service === 'both' || subject.serviceKinds.includes(service))
  )
}

function pushesOut(provincial: Rule, general: Rule): boolean {
  return (
    general.yieldsToProvince === true &&
    general.topic !== undefined &&
    provincial.topic === general.topic &&
    (provincial.cautions.length === 0 || general.cautions.length > 0)
  )
}
