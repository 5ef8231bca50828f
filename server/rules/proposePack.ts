import { readPackArchive, type ReadPack } from './readPackArchive'
import type { RuleLibrary } from './ruleLibrary'
import { onlyRow, type Database, type Queryable } from '../store/database'
import { auditPack, findPackByVersion, insertProposal } from '../store/rulePacks'
import type { Clock, Ids } from '../system'
import type { User } from '../../shared/protocol/apiModels'
import type { ProposeReply } from '../../shared/protocol/rulePacks'
import { comparePackVersions, type RulePack, type RulePackProblem } from '../../shared/rules/rulePack'

export interface RulePackParts {
  readonly database: Database
  readonly library: RuleLibrary
  readonly clock: Clock
  readonly ids: Ids
}

/**
 * Takes a signed pack as a proposal; nothing is judged by it yet. The same pack sent again, by whomever, is the same
 * proposal. Refused by file, rule and field when it is not whole, not signed by a key of the operator, or would not
 * take the place of the packs there are.
 */
export async function proposePack(
  parts: RulePackParts,
  person: User,
  archive: Buffer,
): Promise<ProposeReply> {
  if (parts.library.importKeys.length === 0) {
    return refuse('signature.json', 'keyId', 'this server takes no packs: RULE_PACK_KEYS is not set')
  }
  const read = await readPackArchive(archive, parts.library.importKeys)
  if (!read.ok) {
    return { outcome: 'refused', problems: [...read.error] }
  }
  const { version } = read.value.signed.pack
  return parts.database.transaction(async (tx) => {
    await parts.library.refresh(tx)
    const known = await findPackByVersion(tx, version)
    if (known) {
      return known.digest === read.value.signed.digest
        ? { outcome: 'proposed', packId: known.id, version }
        : refuse('pack.json', 'version', `${version} is the name of another pack already`)
    }
    const notNewer = whyNotNewer(parts.library.book.latest(), read.value.signed.pack)
    return notNewer ? { outcome: 'refused', problems: [notNewer] } : store(tx, parts, person, read.value)
  })
}

/** Why the pack cannot take the place of the latest one; null when it can. */
export function whyNotNewer(latest: RulePack, pack: RulePack): RulePackProblem | null {
  if (comparePackVersions(pack.version, latest.version) <= 0) {
    return place('version', `must come after ${latest.version}`)
  }
  return pack.effectiveFrom < latest.effectiveFrom
    ? place(
        'effectiveFrom',
        `must not lie before ${latest.effectiveFrom}, the first day of ${latest.version}`,
      )
    : null
}

async function store(
  tx: Queryable,
  parts: RulePackParts,
  person: User,
  { signed, files }: ReadPack,
): Promise<ProposeReply> {
  const now = parts.clock.now()
  const id = parts.ids.next()
  const { version } = signed.pack
  if (await insertProposal(tx, { id, signed, files, by: person.id }, now)) {
    await auditPack(tx, 'rule-pack-proposed', { id, version, ...signed }, person.id, now)
    return { outcome: 'proposed', packId: id, version }
  }
  // Somebody else proposed this version at this moment.
  const other = onlyRow([await findPackByVersion(tx, version)])
  return other?.digest === signed.digest
    ? { outcome: 'proposed', packId: other.id, version }
    : refuse('pack.json', 'version', `${version} is the name of another pack already`)
}

function place(field: string, message: string): RulePackProblem {
  return { file: 'pack.json', ruleId: null, field, message }
}

function refuse(file: string, field: string, message: string): ProposeReply {
  return { outcome: 'refused', problems: [{ file, ruleId: null, field, message }] }
}
