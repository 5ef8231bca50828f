import { cpSync } from 'node:fs'
import path from 'node:path'
import { INTAKE_TOKEN } from '../model/withdrawal'
import { startModelServer, type Member } from '../model/modelServer'
import { provideDatabase, type DatabaseKind } from '../helpers/serverDatabase'
import { loadRulePacks } from '../../electron/common/resources/loadRulePacks'
import { SHIPPED_RETENTION_POLICY } from '../../server/config'
import type { Database } from '../../server/store/database'
import { openEmbedded } from '../../server/store/openEmbedded'

/** A database with some filings received, from which any number of days begin alike, one at a time. */
export async function prepareServerPlace(kind: DatabaseKind, folder: string, member: Member, cases: number) {
  const kept = path.join(folder, 'kept')
  const place = kind === 'postgres' ? await provideDatabase(kind) : null
  const database = place === null ? await openEmbedded(kept) : await place.open()
  const model = await startModelServer(database, { folder: kept, team: [member], cases })
  const { packs } = await loadRulePacks(model.rulePacksFolder)
  await (place === null ? model.close() : model.keep())

  return {
    orders: model.orders,
    rulePacks: new Map(packs.map(({ pack }) => [pack.version, pack])),
    /** Brings back the beginning, with `data` as the server's folder; answers its settings. */
    async settle(data: string): Promise<Record<string, string>> {
      cpSync(kept, data, { recursive: true })
      if (place !== null) {
        await model.restore()
      }
      return {
        DATA_DIR: data,
        INTAKE_TOKEN,
        RULE_PACKS_DIR: path.join(data, 'rulepacks'),
        // A bundle does not lie where the server looks for what comes with it.
        RETENTION_POLICY: SHIPPED_RETENTION_POLICY,
        ...(place?.databaseUrl === undefined ? {} : { DATABASE_URL: place.databaseUrl }),
      }
    },
    /** The database once the server has ended. */
    open: (data: string): Promise<Database> =>
      place === null ? openEmbedded(data) : Promise.resolve(database),
    leave: (opened: Database): Promise<void> => (place === null ? opened.close() : Promise.resolve()),
    async remove(): Promise<void> {
      if (place !== null) {
        await model.close()
        await place.remove()
      }
    },
  }
}
