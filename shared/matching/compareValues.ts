import { Converter } from 'opencc-js/t2cn'
import { isSameDomain } from '../domain/identifiers/domainName'

/** What two spellings of one thing may differ in. A comparison names what it let pass, so that a person can disagree. */
export const TOLERANCES = [
  'width',
  'spaces',
  'brackets',
  'case',
  'punctuation',
  'traditional',
  'province-left-out',
] as const
export type Tolerance = (typeof TOLERANCES)[number]

export type Match =
  | { readonly match: 'same' | 'different' | 'unknown' }
  | { readonly match: 'tolerated'; readonly tolerated: readonly Tolerance[] }

/** How a value is written decides what may differ in it. */
export type ComparedForm = 'name' | 'address' | 'number' | 'date' | 'domain'

interface Step {
  readonly tolerance: Tolerance
  readonly apply: (text: string) => string
}

const toSimplified = Converter({ from: 't', to: 'cn' })

const WIDTH: Step = { tolerance: 'width', apply: (text) => text.normalize('NFKC') }
const SPACES: Step = { tolerance: 'spaces', apply: (text) => text.replaceAll(/\s+/gu, '') }
const BRACKETS: Step = {
  tolerance: 'brackets',
  apply: (text) => text.replaceAll(/[【〔[]/gu, '(').replaceAll(/[】〕\]]/gu, ')'),
}
const CASE: Step = { tolerance: 'case', apply: (text) => text.toUpperCase() }
const PUNCTUATION: Step = {
  tolerance: 'punctuation',
  apply: (text) => text.replaceAll(/[\p{P}\p{S}]/gu, ''),
}
const TRADITIONAL: Step = { tolerance: 'traditional', apply: toSimplified }
/** A paper of a division need not say which: 呼和浩特市… is 内蒙古自治区呼和浩特市…. */
const PROVINCE: Step = {
  tolerance: 'province-left-out',
  apply: (text) => text.replace(/^[\p{Script=Han}]{2,8}?(?:省|自治区)/u, ''),
}

const STEPS: Readonly<Record<ComparedForm, readonly Step[]>> = {
  name: [WIDTH, SPACES, BRACKETS, CASE, TRADITIONAL],
  address: [WIDTH, SPACES, BRACKETS, CASE, TRADITIONAL, PUNCTUATION, PROVINCE],
  // A hyphen stands in organisation codes, and nothing else may differ: one digit is another person.
  number: [WIDTH, SPACES, CASE, PUNCTUATION],
  date: [],
  domain: [WIDTH, SPACES, CASE],
}

/**
 * Compares two values of one kind. `unknown` when one of them is missing: what cannot be read is never the same.
 * Spellings are made alike step by step; the steps without which the values would differ are told.
 */
export function compareValues(form: ComparedForm, one: string | null, other: string | null): Match {
  if (one === null || other === null || one === '' || other === '') {
    return { match: 'unknown' }
  }
  if (one === other) {
    return { match: 'same' }
  }
  const steps = STEPS[form]
  if (form === 'domain' && isSameDomain(one, other)) {
    return { match: 'tolerated', tolerated: ['case'] }
  }
  if (!areAlike(one, other, steps)) {
    return { match: 'different' }
  }
  const needed = steps.filter((step) => !areAlike(one, other, without(steps, step)))
  // Two steps may each do what the other does; then both are told.
  const told =
    needed.length > 0 ? needed : steps.filter(({ apply }) => apply(one) !== one || apply(other) !== other)
  return { match: 'tolerated', tolerated: told.map((step) => step.tolerance) }
}

function areAlike(one: string, other: string, steps: readonly Step[]): boolean {
  const alike = (text: string): string => steps.reduce((value, step) => step.apply(value), text)
  return alike(one) === alike(other)
}

function without(steps: readonly Step[], left: Step): readonly Step[] {
  return steps.filter((step) => step !== left)
}
