import { bundleSchema, type FilingBundle } from '../../../shared/domain/filing'
import { evaluateChecklist } from '../../../shared/rules/evaluateChecklist'
import type { RulePack } from '../../../shared/rules/rulePack'
import { judgedCaseOf, REVIEWED_ON } from './benchCases'

/** Milliseconds for one reading of a filing and for one judging of it. */
export interface CaseTimes {
  readonly parsing: number
  readonly evaluation: number
}

/** Parses the text as intake does and evaluates the whole checklist of what came out. */
export function timeCase(pack: RulePack, text: string): CaseTimes {
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
  return { parsing: parsed - started, evaluation: evaluated - ready }
}
