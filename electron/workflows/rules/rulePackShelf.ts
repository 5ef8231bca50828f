import { chinaDate } from '../../../shared/calendar/chinaTime'
import type { ActivePack } from '../../../shared/protocol/rulePacks'
import { success } from '../../../shared/result'
import { describePackProblem, openRulePack } from '../../../shared/rules/openRulePack'
import type { TrustedKey } from '../../../shared/rules/packSignature'
import { comparePacks, packInForce, type RulePack } from '../../../shared/rules/rulePack'
import { packCrypto } from '../../common/crypto/packCrypto'
import type { DataPort } from '../ports/dataPort'
import type { NotifyDesk } from '../ports/deskEvents'
import type { ReviewServerPort, ServerResult } from '../ports/reviewServerPort'
import type { RulePacks } from './checklistSource'

/** Whose packs are taken from the server. */
export interface PackTrust {
  /** Keys of bundled packs: public, so never good for a pack that comes over the network. */
  readonly bundledKeys: readonly TrustedKey[]
  /** The provider's keys as this machine was given them; null: those that the server names. */
  readonly pinnedKeys: readonly TrustedKey[] | null
}

interface Dependencies {
  readonly bundled: RulePacks
  readonly trust: PackTrust
  readonly data: DataPort
  readonly server: ReviewServerPort
  readonly notify: NotifyDesk
  readonly logUnexpected: (scope: string, cause: unknown) => void
}

export interface RulePackShelf {
  /** Packs that are here, by version; grows as packs arrive. */
  readonly packs: RulePacks
  /** Takes out what was fetched earlier; the profile is open. */
  load(): Promise<void>
  /** Takes a list and the files that came with it, by version. */
  takeAll(
    list: readonly ActivePack[],
    filesOf: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
  ): Promise<void>
  /** Takes the server's list and fetches what is missing here. */
  exchange(token: string): Promise<ServerResult<null>>
  /** The pack by which a filing submitted now would be judged, as far as it is known here. */
  inForce(now: string): RulePack
}

/** The rule packs of this workstation: those it came with, and those that the team put into force since. */
export function createRulePackShelf(dependencies: Dependencies): RulePackShelf {
  const { bundled, trust, data, server, notify, logUnexpected } = dependencies
  const packs = new Map(bundled)
  const refused = new Set<string>()
  let listed: readonly ActivePack[] = []

  /** Puts a pack up when it is what the list says, signed by somebody whose packs are taken. */
  function take(wanted: ActivePack, files: Readonly<Record<string, unknown>>): boolean {
    const keys = trustedKeysFor(wanted, trust)
    const opened = openRulePack(files, keys, packCrypto)
    const problem = opened.ok ? whyAnother(wanted, opened.value) : opened.error.map(describePackProblem)[0]
    if (opened.ok && problem === null) {
      packs.set(wanted.version, opened.value.pack)
      return true
    }
    refused.add(wanted.digest)
    logUnexpected('rule-packs', new RefusedPackError(`${wanted.version}: ${problem ?? ''}`))
    return false
  }

  function missing(): readonly ActivePack[] {
    return listed.filter(
      ({ origin, version, digest }) => origin === 'imported' && !packs.has(version) && !refused.has(digest),
    )
  }

  async function keep(wanted: ActivePack, files: Readonly<Record<string, unknown>>): Promise<void> {
    if (take(wanted, files)) {
      await data.storeRulePack({ version: wanted.version, files })
      notify('rules-changed', {})
    }
  }

  async function list(active: readonly ActivePack[]): Promise<void> {
    if (JSON.stringify(active) !== JSON.stringify(listed)) {
      await data.storeRulePackList(active)
      listed = active
      notify('rules-changed', {})
    }
  }

  async function fetchMissing(token: string): Promise<ServerResult<null>> {
    for (const wanted of missing()) {
      const answer = await server.readRulePack(token, wanted.version)
      if (!answer.ok) {
        return answer
      }
      await keep(wanted, answer.value)
    }
    return success(null)
  }

  return {
    packs,
    async load() {
      listed = await data.rulePackList()
      for (const { pack, files } of await data.fetchedRulePacks()) {
        take(pack, files)
      }
    },
    async takeAll(active, filesOf) {
      await list(active)
      for (const wanted of missing()) {
        const files = filesOf.get(wanted.version)
        if (files) {
          await keep(wanted, files)
        }
      }
    },
    async exchange(token) {
      const answer = await server.listRulePacks(token)
      if (!answer.ok) {
        return answer
      }
      await list(answer.value)
      return fetchMissing(token)
    },
    inForce(now) {
      const today = chinaDate(Date.parse(now))
      const version = packInForce(listed, today)?.version
      const known = version === undefined ? undefined : packs.get(version)
      return known ?? newest([...packs.values()], today)
    },
  }
}

/** A pack that was offered and is not used. The message names file, rule and field and nothing of an applicant. */
class RefusedPackError extends Error {
  override readonly name = 'RefusedPackError'
}

function trustedKeysFor(wanted: ActivePack, { bundledKeys, pinnedKeys }: PackTrust): readonly TrustedKey[] {
  const isBundledKey = bundledKeys.some(({ publicKey }) => publicKey === wanted.key.publicKey)
  return isBundledKey ? [] : (pinnedKeys ?? [wanted.key])
}

function whyAnother(
  wanted: ActivePack,
  { pack, digest }: { readonly pack: RulePack; readonly digest: string },
): string | null {
  const isSame = digest === wanted.digest && pack.version === wanted.version
  return isSame && pack.effectiveFrom === wanted.effectiveFrom ? null : 'is not the pack that was listed'
}

/** Before anything was listed: the newest that has begun, else the first there is. */
function newest(packs: readonly RulePack[], today: string): RulePack {
  const [first] = packs.toSorted(comparePacks)
  const found = packInForce(packs, today) ?? first
  if (found === undefined) {
    throw new Error('The application has no rule pack')
  }
  return found
}
