import { readBundle } from '../../../server/intake/readBundle'
import { bundleSchema, type FilingBundle } from '../../../shared/domain/filing'
import { evaluateChecklist } from '../../../shared/rules/evaluateChecklist'
import type { RulePack } from '../../../shared/rules/rulePack'
import { judgedCaseOf, REVIEWED_ON, type BenchCase } from './benchCases'

const NOW = Date.parse(`${REVIEWED_ON}T04:00:00Z`)

/** Milliseconds that intake takes to read a whole bundle. */
export async function timeReading({ zip }: BenchCase): Promise<number> {
  const started = performance.now()
  const received = await readBundle(zip, NOW)
  const read = performance.now()
  if (!received.ok) {
    throw new Error('Every bundle is in order')
  }
  return read - started
}

/** Milliseconds for parsing the form alone, and then for evaluating the whole checklist of what came out. */
export function timeJudging(
  pack: RulePack,
  { text }: BenchCase,
): { readonly form: number; readonly evaluation: number } {
  const started = performance.now()
  const bundle = bundleSchema.parse(JSON.parse(text)) as FilingBundle
  const parsed = performance.now()
  const filingCase = judgedCaseOf(bundle)
  const ready = performance.now()
  const lines = evaluateChecklist(pack, filingCase, REVIEWED_ON)
  const evaluated = performance.now()
  if (lines.length === 0) {
    throw new Error('A checklist has lines')
  }
  return { form: parsed - started, evaluation: evaluated - ready }
}
