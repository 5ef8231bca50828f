import { openRulePackTexts, parsePackTexts, type SignedRulePack } from './openRulePack'
import { trustedKeysSchema, type PackCrypto, type TrustedKey } from './packSignature'
import type { RulePackProblem } from './rulePack'

/** Beside the folders of the packs: whose packs are taken. */
export const TRUSTED_KEYS_FILE = 'trusted-keys.json'

/** What was read of a folder of packs, nothing looked at yet. */
export interface PackFolderTexts {
  /** Text of `trusted-keys.json`; null when there is none. */
  readonly keys: string | null
  /** Files of each sub-folder by name. */
  readonly packs: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** A pack that is not used, and why. */
export interface RefusedPack {
  /** Name of its folder. */
  readonly name: string
  readonly problems: readonly RulePackProblem[]
}

export interface OpenedPacks {
  readonly packs: readonly SignedRulePack[]
  readonly refused: readonly RefusedPack[]
  readonly keys: readonly TrustedKey[]
}

/**
 * Opens every pack of a folder. One that is broken, unsigned or named unlike its folder is refused with its problems;
 * the others stay in use.
 */
export function openPackFolder({ keys, packs }: PackFolderTexts, crypto: PackCrypto): OpenedPacks {
  const trusted = keys === null ? [] : readTrustedKeys(keys)
  const opened: SignedRulePack[] = []
  const refused: RefusedPack[] = []
  for (const name of Object.keys(packs).sort()) {
    const signed = openRulePackTexts(packs[name] ?? {}, trusted, crypto)
    if (!signed.ok) {
      refused.push({ name, problems: signed.error })
    } else if (signed.value.pack.version !== name) {
      const message = `does not fit the folder ${name}`
      refused.push({ name, problems: [{ file: 'pack.json', ruleId: null, field: 'version', message }] })
    } else {
      opened.push(signed.value)
    }
  }
  return { packs: opened, refused, keys: trusted }
}

/** Keys of a list; a list that is none trusts nobody, so that every pack is refused by name. */
export function readTrustedKeys(text: string): readonly TrustedKey[] {
  const read = parsePackTexts({ [TRUSTED_KEYS_FILE]: text })
  const parsed = trustedKeysSchema.safeParse(read.ok ? read.value[TRUSTED_KEYS_FILE] : null)
  return parsed.success ? parsed.data.keys : []
}
