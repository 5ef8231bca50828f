import type { Decision, ReturnReason } from './decision'
import { MOST_PINS, type Pin } from './pin'
import { MOST_CORRECTIONS, type ReadingCorrection } from '../matching/corrections'
import type { LineAnswer } from '../rules/checklist'

/** A decision that came too late, as far as it concerns whoever has the case now. */
export interface LateDecision {
  readonly decision: Decision
  readonly caseVersionSeen: number
}

/** Unfinished work on a case. */
export interface OwnWork {
  readonly answers: readonly LineAnswer[]
  readonly reasons: readonly ReturnReason[]
  readonly internalNote: string
  readonly corrections?: readonly ReadingCorrection[] | undefined
  readonly pins?: readonly Pin[] | undefined
}

type LineVerdict = Decision['lines'][number]['verdict']

export interface LateDifferences {
  /** Lines on which the two say something else; a line nobody has looked at is none. */
  readonly lines: ReadonlyArray<{
    readonly lineId: string
    readonly theirs: LineVerdict
    readonly mine: LineVerdict
  }>
  readonly reasonsOnlyTheirs: readonly ReturnReason[]
  readonly reasonsOnlyMine: readonly ReturnReason[]
}

/** Where a late decision and the present work part; carried answers count as said by whoever decided by them. */
export function lateDifferences(
  decision: Decision,
  own: Pick<OwnWork, 'answers' | 'reasons'>,
): LateDifferences {
  const mine = new Map(own.answers.map(({ lineId, verdict }) => [lineId, verdict]))
  return {
    lines: decision.lines
      .map(({ lineId, verdict }) => ({ lineId, theirs: verdict, mine: mine.get(lineId) ?? 'not-looked-at' }))
      .filter(({ theirs, mine: here }) => theirs !== here),
    reasonsOnlyTheirs: decision.reasons.filter((reason) => !has(own.reasons, reason)),
    reasonsOnlyMine: own.reasons.filter((reason) => !has(decision.reasons, reason)),
  }
}

/**
 * The present work with the words of a late decision added. What the person has said stands; a line they have not
 * looked at takes the late answer. Answers, pins and corrections are about the papers of one version of the case: of
 * another version only reasons and note are taken.
 */
export function takeOver<W extends OwnWork>(late: LateDecision, caseVersion: number, own: W): W {
  const { decision } = late
  const words = {
    ...own,
    reasons: [...own.reasons, ...decision.reasons.filter((reason) => !has(own.reasons, reason))],
    internalNote: own.internalNote === '' ? (decision.internalNote ?? '') : own.internalNote,
  }
  return late.caseVersionSeen === caseVersion ? { ...words, ...marks(decision, own) } : words
}

function marks(decision: Decision, own: OwnWork): Partial<OwnWork> {
  const said = new Set(
    own.answers.filter(({ verdict }) => verdict !== 'not-looked-at').map(({ lineId }) => lineId),
  )
  const added = decision.lines
    .filter(
      ({ lineId, verdict, carriedFrom }) =>
        verdict !== 'not-looked-at' && carriedFrom === undefined && !said.has(lineId),
    )
    .map(({ lineId, verdict, note }) => ({ lineId, verdict, ...(note === undefined ? {} : { note }) }))
  const addedIds = new Set(added.map(({ lineId }) => lineId))
  const pins = [...(own.pins ?? []), ...renumbered(decision.pins ?? [], own.pins ?? [])].slice(0, MOST_PINS)
  const corrections = [
    ...(own.corrections ?? []),
    ...(decision.corrections ?? []).filter((theirs) => !(own.corrections ?? []).some(isOf(theirs))),
  ].slice(0, MOST_CORRECTIONS)
  return {
    answers: [...own.answers.filter(({ lineId }) => !addedIds.has(lineId)), ...added],
    ...(pins.length === 0 ? {} : { pins }),
    ...(corrections.length === 0 ? {} : { corrections }),
  }
}

/** Numbers of pins are unique within a review: those of the late one follow the last own. */
function renumbered(theirs: readonly Pin[], mine: readonly Pin[]): readonly Pin[] {
  const last = Math.max(0, ...mine.map(({ number }) => number))
  return theirs.map((pin, index) => ({ ...pin, number: last + index + 1 }))
}

function isOf({ documentId, field, read }: ReadingCorrection): (own: ReadingCorrection) => boolean {
  return (own) => own.documentId === documentId && own.field === field && own.read === read
}

function has(reasons: readonly ReturnReason[], wanted: ReturnReason): boolean {
  return reasons.some(
    ({ field, problem, advice }) =>
      field === wanted.field && problem === wanted.problem && advice === wanted.advice,
  )
}
