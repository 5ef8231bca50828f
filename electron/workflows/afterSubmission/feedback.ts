import type { FeedbackFileView } from '../../../shared/ipc/feedback'
import {
  feedbackOf,
  type Feedback,
  type FeedbackAnswer,
  type FeedbackRow,
} from '../../../shared/protocol/feedback'
import { readFeedbackFile } from '../../../shared/protocol/feedbackFile'
import type { ReviewServerPort } from '../ports/reviewServerPort'
import { createListImport, type ListImportDependencies } from './listImport'

/** What a request to the server may have. */
const MOST_BYTES = 3 * 1024 * 1024

interface Dependencies extends ListImportDependencies {
  readonly server: Pick<ReviewServerPort, 'feedback'>
}

export interface FeedbackWorkflow {
  /** Reads a list that the person chooses, and what would become of each filing; changes nothing. */
  readFile(): Promise<FeedbackFileView>
  apply(filings: readonly Feedback[]): Promise<{ readonly answers: FeedbackAnswer[] }>
}

/** Answers of the administration from a file. */
export function createFeedbackWorkflow({ server, ...dependencies }: Dependencies): FeedbackWorkflow {
  const list = createListImport(dependencies, {
    mostBytes: MOST_BYTES,
    endings: ['csv', 'jsonl'],
    read: readFeedbackFile,
    ask: (token, rows: readonly FeedbackRow[], apply) =>
      server.feedback(token, { filings: rows.map(feedbackOf), apply }),
  })
  return {
    async readFile() {
      const read = await list.readFile()
      if (read === null) {
        return { outcome: 'cancelled' }
      }
      if (!read.ok) {
        return { outcome: 'unreadable', problems: read.error }
      }
      const { items, answers } = read.value
      return {
        outcome: 'read',
        filings: items.map(feedbackOf),
        answers,
        // A dialog gives one file and not its neighbours: these are told of, and come another way.
        certificates: items.filter((row) => row.result === 'approved' && row.certificate !== undefined)
          .length,
      }
    },
    apply: list.apply,
  }
}
