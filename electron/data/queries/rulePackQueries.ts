import { activePackSchema, packFilesReplySchema, type ActivePack } from '../../../shared/protocol/rulePacks'
import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'
import { parseStored } from './storedJson'

/** Rule packs as the server lists them, and the files of those that were fetched. */
export function createRulePackQueries(db: WritableDb) {
  const selectListed = prepareRead<{ readonly body: string }>(
    db,
    'SELECT body FROM rule_pack WHERE is_listed = 1 ORDER BY version',
  )
  const selectFiles = prepareRead<{ readonly body: string; readonly files: string }>(
    db,
    'SELECT body, files_json AS files FROM rule_pack WHERE files_json IS NOT NULL ORDER BY version',
  )
  const unlist = prepareWrite(db, 'UPDATE rule_pack SET is_listed = 0')
  const list = prepareWrite<{ version: string; body: string }>(
    db,
    `INSERT INTO rule_pack (version, body, is_listed) VALUES (:version, :body, 1)
     ON CONFLICT (version) DO UPDATE SET body = excluded.body, is_listed = 1`,
  )
  const forgetUnlisted = prepareWrite(db, 'DELETE FROM rule_pack WHERE is_listed = 0 AND files_json IS NULL')
  const storeFiles = prepareWrite<{ version: string; files: string }>(
    db,
    'UPDATE rule_pack SET files_json = :files WHERE version = :version',
  )

  return {
    listed: (): readonly ActivePack[] => selectListed.all(NO_PARAMETERS).map(({ body }) => toPack(body)),
    /** Takes the server's list; files that were fetched stay, because cases may still be judged by them. */
    replaceList(packs: readonly ActivePack[]): void {
      unlist.run(NO_PARAMETERS)
      for (const pack of packs) {
        list.run({ version: pack.version, body: JSON.stringify(pack) })
      }
      forgetUnlisted.run(NO_PARAMETERS)
    },
    storeFiles(version: string, files: Readonly<Record<string, unknown>>): void {
      storeFiles.run({ version, files: JSON.stringify(files) })
    },
    fetched: () =>
      selectFiles.all(NO_PARAMETERS).map(({ body, files }) => ({
        pack: toPack(body),
        files: parseStored(packFilesReplySchema.shape.files, files, 'rule_pack.files_json'),
      })),
  }
}

function toPack(body: string): ActivePack {
  return parseStored(activePackSchema, body, 'rule_pack.body')
}
