import type { SmsFileView } from '../../../shared/ipc/smsResults'
import { readSmsResultFile } from '../../../shared/protocol/smsResultFile'
import type { SmsResult, SmsResultAnswer } from '../../../shared/protocol/smsResults'
import type { ReviewServerPort } from '../ports/reviewServerPort'
import { createListImport, type ListImportDependencies } from './listImport'

/** Two thousand lines have a tenth of this. */
const MOST_BYTES = 2 * 1024 * 1024

interface Dependencies extends ListImportDependencies {
  readonly server: Pick<ReviewServerPort, 'smsResults'>
}

export interface SmsResultWorkflow {
  /** Reads a list that the person chooses, and what would become of each line; changes nothing. */
  readFile(): Promise<SmsFileView>
  apply(lines: readonly SmsResult[]): Promise<{ readonly answers: SmsResultAnswer[] }>
}

/** Results of the ministry's SMS verification from a file. The numbers in it go to the server and are kept nowhere. */
export function createSmsResultWorkflow({ server, ...dependencies }: Dependencies): SmsResultWorkflow {
  const list = createListImport(dependencies, {
    mostBytes: MOST_BYTES,
    endings: ['csv', 'json'],
    read: readSmsResultFile,
    ask: (token, lines, apply) => server.smsResults(token, { lines: [...lines], apply }),
  })
  return {
    async readFile() {
      const read = await list.readFile()
      if (read === null) {
        return { outcome: 'cancelled' }
      }
      return read.ok
        ? { outcome: 'read', lines: read.value.items, answers: read.value.answers }
        : { outcome: 'unreadable', problems: read.error }
    },
    apply: list.apply,
  }
}
