import { readBundle } from '../intake/readBundle'
import type { IntakeParts } from '../intake/receiveBundle'
import { appendAudit } from '../store/auditChain'
import { insertControl, readControlTerms, type StockedDocument } from '../store/controls'
import { readStock } from '../store/controlFigures'
import type { Queryable } from '../store/database'
import { findOrder } from '../store/receivedBundles'
import { chinaDate } from '../../shared/calendar/chinaTime'
import type { FilingBundle } from '../../shared/domain/filing'
import { MOST_STOCKED, type StockControlReply } from '../../shared/protocol/controls'
import { foreignPhones } from '../../shared/review/controls/foreignPhones'
import { evaluateChecklist } from '../../shared/rules/evaluateChecklist'
import type { RulePack } from '../../shared/rules/rulePack'

type Problems = Extract<StockControlReply, { outcome: 'refused' }>['problems']

/**
 * Takes a zipped bundle into the stock of control cases, or says all that keeps it out. It is read by intake's own reader,
 * so that nothing is in stock that could not come in later. `rules`: those that its fault breaks.
 */
export async function stockControl(
  parts: IntakeParts,
  personId: string,
  zip: Buffer,
  rules: readonly string[],
): Promise<StockControlReply> {
  const now = parts.clock.now()
  const read = await readBundle(zip, now)
  if (!read.ok) {
    return { outcome: 'refused', problems: [...read.error] }
  }
  const { bundle, contentSha256: bundleSha256 } = read.value
  if (bundle.format !== 'beian-desk/filing' || bundle.round !== 1) {
    return refused('no-first-round', 'round', 'A control case is a filing in its first round')
  }
  const documents = read.value.documents.map(({ content, ...document }) => ({
    ...document,
    bytes: content.length,
  }))
  const phones = (await readControlTerms(parts.database))?.phones ?? []
  const problems: Problems = [
    ...unknownRules(parts.ruleBook.inForce(now), bundle, documents, rules, now),
    ...foreignPhones(bundle.application, phones).map((path) => ({
      code: 'foreign-phone' as const,
      path,
      message: 'The number is none of the provider’s own',
    })),
  ]
  if (problems.length > 0) {
    return { outcome: 'refused', problems }
  }
  for (const { sha256, content } of read.value.documents) {
    await parts.documents.put(sha256, content)
  }
  const id = parts.ids.next()
  return parts.database.transaction(async (tx) => {
    if ((await readStock(tx)).length >= MOST_STOCKED) {
      return refused('stock-full', '', `At most ${MOST_STOCKED} control cases are in stock`)
    }
    const control = { id, bundle, bundleSha256, documents, rules, accountId: personId }
    if ((await isOrderKnown(tx, bundle.orderNumber)) || !(await insertControl(tx, control, now))) {
      return refused('order-known', 'orderNumber', 'The order number or this very bundle is known already')
    }
    await appendAudit(tx, {
      at: now,
      kind: 'control-stocked',
      caseId: null,
      round: null,
      actorId: personId,
      detail: { control: id, bundleSha256, rules: [...rules] },
    })
    return { outcome: 'stocked', controlId: id }
  })
}

/** Rules that are no line of this filing's checklist: nobody could find that they are broken. */
function unknownRules(
  pack: RulePack,
  bundle: FilingBundle,
  documents: readonly StockedDocument[],
  rules: readonly string[],
  now: number,
): Problems {
  const { round, submittedAt, application, province } = bundle
  const judged = documents.map(({ declared, sha256 }) => ({ ...declared, sha256 }))
  const rounds = [{ round, submittedAt, application, documents: judged }]
  const lines = evaluateChecklist(pack, { province, rounds, decisions: [] }, chinaDate(now))
  return rules
    .filter((rule) => !lines.some(({ id }) => id === rule))
    .map((rule) => ({
      code: 'unknown-rule' as const,
      path: rule,
      message: `Rule pack ${pack.version} does not ask this of the filing`,
    }))
}

async function isOrderKnown(tx: Queryable, orderNumber: string): Promise<boolean> {
  return (await findOrder(tx, orderNumber)) !== null
}

function refused(code: Problems[number]['code'], path: string, message: string): StockControlReply {
  return { outcome: 'refused', problems: [{ code, path, message }] }
}
