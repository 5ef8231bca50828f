import { packCrypto } from './packCrypto'
import { readArchive } from '../intake/readArchive'
import { findUnstorableText } from '../store/storableText'
import { RULE_PACK_LIMITS } from '../../shared/protocol/limits'
import { refusal, success, type Result } from '../../shared/result'
import { openRulePack, parsePackTexts, type SignedRulePack } from '../../shared/rules/openRulePack'
import type { TrustedKey } from '../../shared/rules/packSignature'
import type { RulePackProblem } from '../../shared/rules/rulePack'

/** A pack out of an archive, with its files as they were signed. */
export interface ReadPack {
  readonly signed: SignedRulePack
  readonly files: Readonly<Record<string, unknown>>
}

const BOUNDS = {
  manifest: 'pack.json',
  manifestBytes: RULE_PACK_LIMITS.fileBytes,
  fileBytes: RULE_PACK_LIMITS.fileBytes,
  totalBytes: RULE_PACK_LIMITS.totalBytes,
  entries: RULE_PACK_LIMITS.entries,
}

/**
 * Opens an archive that somebody sent: JSON files beside each other, signed by one of the keys. Everything that does
 * not belong into a pack is refused by name.
 */
export async function readPackArchive(
  archive: Buffer,
  keys: readonly TrustedKey[],
): Promise<Result<ReadPack, readonly RulePackProblem[]>> {
  const read = await readArchive(archive, BOUNDS)
  const found = read.ok ? read.value.problems : read.error
  if (!read.ok || found.length > 0) {
    return refusal(found.map(({ path, message }) => problem(path, message)))
  }
  const strangers = [...read.value.files.keys()].filter((name) => !/^[\w.-]+\.json$/.test(name))
  if (strangers.length > 0) {
    return refusal(strangers.map((name) => problem(name, 'is no file of a rule pack')))
  }
  const texts = decodeAll(read.value.files)
  const files = texts.ok ? parsePackTexts(texts.value) : texts
  if (!files.ok) {
    return files
  }
  const unstorable = findUnstorableText(files.value)
  if (unstorable !== null) {
    return refusal([problem(unstorable, 'holds characters that are no text')])
  }
  const signed = openRulePack(files.value, keys, packCrypto)
  return signed.ok ? success({ signed: signed.value, files: files.value }) : signed
}

function decodeAll(
  files: ReadonlyMap<string, Buffer>,
): Result<Readonly<Record<string, string>>, readonly RulePackProblem[]> {
  const texts: Record<string, string> = {}
  for (const [name, bytes] of files) {
    try {
      texts[name] = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      return refusal([problem(name, 'is no UTF-8 text')])
    }
  }
  return success(texts)
}

function problem(file: string, message: string): RulePackProblem {
  return { file, ruleId: null, field: '', message }
}
