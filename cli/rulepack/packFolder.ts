import { writeFile } from 'node:fs/promises'
import { writeZip } from '../../electron/common/archive/writeZip'
import { readPackTexts } from '../../electron/common/resources/readPackTexts'
import { refusal, success, type Result } from '../../shared/result'
import { SIGNATURE_FILE } from '../../shared/rules/packSignature'
import type { RulePackProblem } from '../../shared/rules/rulePack'

/** Writes the files of a signed pack into one archive; whether the signature fits is judged by whoever imports it. */
export async function packFolder(
  folder: string,
  archive: string,
): Promise<Result<string, readonly RulePackProblem[]>> {
  const texts = await readPackTexts(folder)
  if (texts[SIGNATURE_FILE] === undefined) {
    return refusal([{ file: SIGNATURE_FILE, ruleId: null, field: '', message: 'is missing: sign it first' }])
  }
  const entries = Object.keys(texts)
    .sort()
    .map((path) => ({ path, bytes: Buffer.from(texts[path] ?? ''), method: 'deflated' as const }))
  const bytes = writeZip(entries)
  await writeFile(archive, bytes)
  return success(`${String(entries.length)} files in ${archive}, ${String(bytes.byteLength)} bytes`)
}
