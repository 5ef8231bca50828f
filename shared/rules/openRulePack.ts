import { refusal, success, type Result } from '../result'
import { checkPackSignature, SIGNATURE_FILE, type PackCrypto, type TrustedKey } from './packSignature'
import { parseRulePack, type RulePack, type RulePackProblem } from './rulePack'

/** A pack together with who answers for it. */
export interface SignedRulePack {
  readonly pack: RulePack
  /** SHA-256 of its canonical content: two packs with the same digest are the same. */
  readonly digest: string
  readonly key: TrustedKey
}

/** Deeper than any rule; what nests further is meant to exhaust the reader. */
const DEEPEST = 32

/** Opens a pack of JSON texts by file name. Nothing of a pack is looked at before its signature fits. */
export function openRulePackTexts(
  texts: Readonly<Record<string, string>>,
  keys: readonly TrustedKey[],
  crypto: PackCrypto,
): Result<SignedRulePack, readonly RulePackProblem[]> {
  const files = parsePackTexts(texts)
  return files.ok ? openRulePack(files.value, keys, crypto) : files
}

/** The same for files whose JSON has been read. */
export function openRulePack(
  files: Readonly<Record<string, unknown>>,
  keys: readonly TrustedKey[],
  crypto: PackCrypto,
): Result<SignedRulePack, readonly RulePackProblem[]> {
  const signed = checkPackSignature(files, keys, crypto)
  if (!signed.ok) {
    return signed
  }
  const { [SIGNATURE_FILE]: _signature, ...content } = files
  const pack = parseRulePack(content)
  return pack.ok ? success({ pack: pack.value, ...signed.value }) : pack
}

/** Reads the JSON of each file; one that is none, or is nested beyond measure, is named. */
export function parsePackTexts(
  texts: Readonly<Record<string, string>>,
): Result<Readonly<Record<string, unknown>>, readonly RulePackProblem[]> {
  const problems: RulePackProblem[] = []
  const files = Object.entries(texts).map(([file, text]): readonly [string, unknown] => {
    try {
      const content: unknown = JSON.parse(text)
      if (depthOf(content) > DEEPEST) {
        problems.push({ file, ruleId: null, field: '', message: `is nested deeper than ${String(DEEPEST)}` })
      }
      return [file, content]
    } catch {
      problems.push({ file, ruleId: null, field: '', message: 'is no JSON' })
      return [file, null]
    }
  })
  return problems.length > 0 ? refusal(problems) : success(Object.fromEntries(files))
}

/** Depth of a JSON value, counted without recursion and no further than is of interest. */
function depthOf(value: unknown): number {
  let level: readonly unknown[] = [value]
  let depth = 0
  while (level.length > 0 && depth <= DEEPEST) {
    level = level.flatMap((member): readonly unknown[] =>
      typeof member === 'object' && member !== null ? Object.values(member) : [],
    )
    depth += 1
  }
  return depth
}

/** One line for a log or a terminal: file, rule and field, then what is wrong. */
export function describePackProblem({ file, ruleId, field, message }: RulePackProblem): string {
  return [file, ruleId, field, message].filter((part) => part !== null && part !== '').join(' ')
}
