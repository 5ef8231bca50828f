import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { refusal, success, type Result } from '../../shared/result'
import { draftPack } from '../../shared/rules/draft/draftPack'
import { ruleProposalsSchema } from '../../shared/rules/draft/ruleProposals'
import { packManifestSchema } from '../../shared/rules/rule'
import type { RulePackProblem } from '../../shared/rules/rulePack'
import { readPackFolder } from './readPackFolder'

/**
 * Writes the pack that would follow the one in `older` into the new folder `draft`, with a line for each proposal of the
 * file. Never replaces a folder. The draft carries no signature, so nothing takes it before somebody has signed it.
 */
export async function draftFolder(
  proposalsFile: string,
  older: string,
  draft: string,
): Promise<Result<string, readonly RulePackProblem[]>> {
  const file = path.basename(proposalsFile)
  const proposals = ruleProposalsSchema.safeParse(JSON.parse(await readFile(proposalsFile, 'utf8')))
  if (!proposals.success) {
    return refusal(
      proposals.error.issues.map((issue) => ({
        ...{ file, ruleId: null, field: issue.path.join('.'), message: issue.message },
      })),
    )
  }
  const files = await readPackFolder(older)
  const drafted = files.ok ? draftPack(files.value, proposals.data) : files
  if (!drafted.ok) {
    return drafted
  }
  await mkdir(draft)
  for (const [name, content] of Object.entries(drafted.value)) {
    await writeFile(path.join(draft, name), packText(name, content))
  }
  const { version } = packManifestSchema.parse(drafted.value['pack.json'])
  const count = String(proposals.data.proposals.length)
  return success(`draft of ${version} with ${count} new rules, not signed`)
}

/** One rule a line, as the shipped packs are written, so that a comparison of files shows rules. */
function packText(name: string, content: unknown): string {
  const rules = (content as { readonly rules?: readonly unknown[] }).rules
  if (rules === undefined || name === 'pack.json') {
    return `${JSON.stringify(content, null, 2)}\n`
  }
  const lines = rules.map((rule) => `    ${JSON.stringify(rule)}`)
  return `{\n  "rules": [\n${lines.join(',\n')}\n  ]\n}\n`
}
