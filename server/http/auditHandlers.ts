import { apiRefusal } from './apiRefusal'
import type { ApiHandlers } from './apiHandlers'
import { exchangeDevice, type ExchangeParts } from '../audit/exchangeDevice'
import { verifyChains } from '../audit/verifyChains'
import { appendAudit } from '../store/auditChain'
import { auditFacets, listAudit, serverEntries } from '../store/auditReading'
import { onlyRow } from '../store/database'
import { deviceEntries, listDevices } from '../store/devices'
import { success } from '../../shared/result'

/** Entries in one answer of the raw chain: a sealed decision is some ten kilobytes. */
const CHAIN_PAGE = 200

type AuditRoutes = 'exchangeAudit' | 'auditEntries' | 'auditState' | 'auditChain'

/** Chains of workstations, and what auditors read. Reading is recorded: whoever looks over others is looked over. */
export function createAuditHandlers(parts: ExchangeParts): Pick<ApiHandlers, AuditRoutes> {
  const { database, clock, signer } = parts

  function recordReading(personId: string, caseId: string | null, detail: Readonly<Record<string, string>>) {
    return database.transaction((tx) =>
      appendAudit(tx, {
        at: clock.now(),
        kind: 'audit-read',
        caseId,
        round: null,
        actorId: personId,
        detail,
      }),
    )
  }

  return {
    exchangeAudit: async ({ body, user }) => {
      const exchanged = await exchangeDevice(parts, user.id, body)
      return exchanged.ok ? exchanged : apiRefusal('forbidden', 'The chain is not this person’s device’s')
    },
    auditEntries: async ({ query, user }) => {
      const { chain, caseId, orderNumber, person, kind } = query
      await recordReading(user.id, null, {
        chain,
        ...(caseId === undefined ? {} : { caseId }),
        ...(orderNumber === undefined ? {} : { orderNumber }),
        ...(person === undefined ? {} : { person }),
        ...(kind === undefined ? {} : { kind }),
      })
      const { entries, more } = await listAudit(database, query)
      return success({ entries: [...entries], more })
    },
    auditState: async () => {
      const faults = await verifyChains(database)
      const head = onlyRow(
        await database.query<{ sequence: number; hash: string }>('SELECT sequence, hash FROM audit_head'),
      )
      const { kinds, people } = await auditFacets(database)
      return success({
        server: { id: parts.serverId, publicKey: signer.publicKey },
        head: signer.signHead(head, clock.now()),
        people: [...people],
        kinds: [...kinds],
        devices: [...(await listDevices(database))],
        faults,
      })
    },
    auditChain: async ({ query, user }) => {
      const { chain, after } = query
      if (after === 0) {
        await recordReading(user.id, null, { chain, export: 'whole' })
      }
      const server = chain === 'server' ? await serverEntries(database, after, CHAIN_PAGE) : []
      const device = chain === 'server' ? [] : await deviceEntries(database, chain, after, CHAIN_PAGE)
      return success({
        server: [...server],
        device: device.map(({ hash: _, ...entry }) => entry),
        more: server.length + device.length === CHAIN_PAGE,
      })
    },
  }
}
