/**
 * What a check of an identifier answers: the facts that the identifier carries, or the first thing wrong with it.
 * A problem is a prompt for the reviewer and not proof of fraud: a few codes in circulation break their standard.
 */
export type Verdict<Facts, Problem extends string> =
  ({ readonly ok: true } & Facts) | { readonly ok: false; readonly problem: Problem }

/** Answers a problem. */
export function problem<Problem extends string>(
  code: Problem,
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: code }
}
