import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { refusal, success, type Result } from '../../../shared/result'
import { parseRulePack, type RulePack, type RulePackProblem } from '../../../shared/rules/rulePack'

/** Why the packs of a folder cannot be used: the first pack that is broken, with all its problems. */
interface RulePacksProblem {
  readonly pack: string
  readonly problems: readonly RulePackProblem[]
}

/**
 * Reads every pack of a folder, `resources/rulepacks`: one sub-folder of JSON files each. One broken pack refuses
 * them all, since a filing must never be judged by an older pack because the newer one did not read. Throws when the
 * folder itself cannot be read.
 */
export async function loadRulePacks(folder: string): Promise<Result<readonly RulePack[], RulePacksProblem>> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const packs: RulePack[] = []
  for (const name of names.toSorted()) {
    const { files, problems } = await readFolder(path.join(folder, name))
    const parsed = problems.length > 0 ? refusal(problems) : parseRulePack(files)
    if (!parsed.ok) {
      return refusal({ pack: name, problems: parsed.error })
    }
    packs.push(parsed.value)
  }
  return success(packs)
}

interface FolderContent {
  readonly files: Readonly<Record<string, unknown>>
  readonly problems: readonly RulePackProblem[]
}

async function readFolder(folder: string): Promise<FolderContent> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const texts = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(path.join(folder, name), 'utf8') })),
  )
  const files: Record<string, unknown> = {}
  const problems: RulePackProblem[] = []
  for (const { name, text } of texts) {
    try {
      files[name] = JSON.parse(text) as unknown
    } catch (error) {
      const message = `is no JSON: ${error instanceof Error ? error.message : String(error)}`
      problems.push({ file: name, ruleId: null, field: '', message })
    }
  }
  return { files, problems }
}
