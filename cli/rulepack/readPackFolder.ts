import path from 'node:path'
import { readPackTexts } from '../../electron/common/resources/readPackTexts'
import { refusal, type Result } from '../../shared/result'
import { parsePackTexts } from '../../shared/rules/openRulePack'
import type { RulePackProblem } from '../../shared/rules/rulePack'

type PackFiles = Readonly<Record<string, unknown>>

/** The files of a pack with their JSON read; a folder that cannot be read is a problem of the pack as well. */
export async function readPackFolder(folder: string): Promise<Result<PackFiles, readonly RulePackProblem[]>> {
  try {
    return parsePackTexts(await readPackTexts(folder))
  } catch {
    return refusal([{ file: path.basename(folder), ruleId: null, field: '', message: 'cannot be read' }])
  }
}
