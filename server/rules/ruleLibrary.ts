import { readFile } from 'node:fs/promises'
import { packCrypto } from './packCrypto'
import { readRulePacks } from './readRulePacks'
import { createRuleBook, type RuleBook } from './ruleBook'
import type { Queryable } from '../store/database'
import { listActivePacks, readPackFiles, type StoredPack } from '../store/rulePacks'
import { readTrustedKeys, type RefusedPack } from '../../shared/rules/openPackFolder'
import { describePackProblem, openRulePack, type SignedRulePack } from '../../shared/rules/openRulePack'
import type { TrustedKey } from '../../shared/rules/packSignature'

/** Every pack this server has: those that came with it and those that two persons put into force. */
export interface RuleLibrary {
  readonly book: RuleBook
  readonly bundled: readonly SignedRulePack[]
  /** Keys whose packs supervisors may import; empty when the operator named none. */
  readonly importKeys: readonly TrustedKey[]
  /** What lies there and is not used, and why. */
  refused(): readonly RefusedPack[]
  /** Learns of packs that were put into force since, by whichever server. Cheap when there are none. */
  refresh(database: Queryable): Promise<void>
}

interface LibraryPlaces {
  readonly folder: string
  /** List of keys whose packs may be imported. */
  readonly keysFile?: string | undefined
  /** Told once of every pack that is not used. */
  readonly onRefused: (pack: RefusedPack) => void
}

/** Throws when no bundled pack can be used, or when the operator's keys cannot. */
export async function openRuleLibrary({ folder, keysFile, onRefused }: LibraryPlaces): Promise<RuleLibrary> {
  const { packs: bundled, refused: broken, keys } = await readRulePacks(folder)
  const refused = [...broken]
  refused.forEach(onRefused)
  if (bundled.length === 0) {
    const reasons = refused.map(
      ({ name, problems }) => `${name}: ${problems.map(describePackProblem).join('; ')}`,
    )
    throw new Error(`There is no rule pack that can be used. ${reasons.join('. ')}`)
  }
  const importKeys = keysFile === undefined ? [] : await readImportKeys(keysFile, keys)
  const book = createRuleBook(bundled.map(({ pack }) => pack))
  const refusedIds = new Set<string>()

  async function learn(database: Queryable, stored: StoredPack): Promise<void> {
    const opened = openRulePack(await readPackFiles(database, stored.id), [stored.key], packCrypto)
    if (opened.ok) {
      book.add(opened.value.pack)
      return
    }
    const pack = { name: stored.version, problems: opened.error }
    refusedIds.add(stored.id)
    refused.push(pack)
    onRefused(pack)
  }

  return {
    book,
    bundled,
    importKeys,
    refused: () => refused,
    async refresh(database) {
      for (const stored of await listActivePacks(database)) {
        if (book.find(stored.version) === null && !refusedIds.has(stored.id)) {
          await learn(database, stored)
        }
      }
    },
  }
}

/** The development key is public, so a pack signed with it may only come with the application. */
async function readImportKeys(
  file: string,
  bundledKeys: readonly TrustedKey[],
): Promise<readonly TrustedKey[]> {
  const keys = readTrustedKeys(await readFile(file, 'utf8'))
  if (keys.length === 0) {
    throw new Error('RULE_PACK_KEYS names a file that lists no keys')
  }
  const shared = keys.find(({ publicKey }) => bundledKeys.some((key) => key.publicKey === publicKey))
  if (shared) {
    throw new Error(`RULE_PACK_KEYS lists ${shared.keyId}, which signs bundled packs only`)
  }
  return keys
}
