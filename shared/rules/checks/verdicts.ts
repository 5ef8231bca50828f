import type { Evidence, MachineVerdict, MachineVerdictCode } from '../checklist'
import { gather } from '../gather'

/** What a verdict is about and what it rests on, before it is a verdict. */
export interface Ground {
  readonly evidence: readonly Evidence[]
  /** Found, as text for people: a date, a number, a name. */
  readonly measured?: string | undefined
  readonly expected?: string | undefined
}

/** Evidence that is a field of the form, by its path in `filing.json`. */
export function field(path: string): Evidence {
  return { kind: 'field', path }
}

export function verdictOf(verdict: MachineVerdictCode, ground: Ground): MachineVerdict {
  const { measured, expected } = ground
  const evidence = [...ground.evidence]
  // A checklist has a hundred of these; spreading what may be absent costs more than judging most rules.
  if (measured === undefined) {
    return expected === undefined ? { verdict, evidence } : { verdict, expected, evidence }
  }
  return expected === undefined ? { verdict, measured, evidence } : { verdict, measured, expected, evidence }
}

export function pass(ground: Ground): MachineVerdict {
  return verdictOf('pass', ground)
}

export function fail(ground: Ground): MachineVerdict {
  return verdictOf('fail', ground)
}

/** The machine has looked and a person has to decide. */
export function unsure(ground: Ground): MachineVerdict {
  return verdictOf('unsure', ground)
}

/** There is nothing in the case that the rule could be about. */
export function notApplicable(ground: Ground): MachineVerdict {
  return verdictOf('not-applicable', ground)
}

/** From worst to best: one part that fails makes the whole fail. */
const WORST_FIRST: readonly MachineVerdictCode[] = ['fail', 'unsure', 'pass', 'not-applicable']

/**
 * One verdict of several parts: the worst one wins and the parts that have it are what is shown. Without any part the
 * rule has nothing to be about.
 */
export function worstOf(parts: readonly MachineVerdict[]): MachineVerdict {
  const [only] = parts
  if (only !== undefined && parts.length === 1) {
    return only
  }
  if (only === undefined) {
    return notApplicable({ evidence: [] })
  }
  const worst = parts.reduce(worse, only.verdict)
  const shown = parts.filter((part) => part.verdict === worst)
  return verdictOf(worst, {
    evidence: gather(shown, (part) => part.evidence),
    measured: joined(shown.map((part) => part.measured)),
    expected: joined(shown.map((part) => part.expected)),
  })
}

function worse(found: MachineVerdictCode, { verdict }: MachineVerdict): MachineVerdictCode {
  return WORST_FIRST.indexOf(verdict) < WORST_FIRST.indexOf(found) ? verdict : found
}

function joined(texts: ReadonlyArray<string | undefined>): string | undefined {
  const different = [...new Set(texts.filter((text) => text !== undefined))]
  return different.length === 0 ? undefined : different.join('; ')
}
