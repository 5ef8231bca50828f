import type { FeedbackFileView } from '../../../shared/ipc/feedback'
import type { Feedback, FeedbackAnswer } from '../../../shared/protocol/feedback'
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
    ask: (token, filings, apply) => server.feedback(token, { filings, apply }),
  })
  return {
    async readFile() {
      const read = await list.readFile()
      if (read === null) {
        return { outcome: 'cancelled' }
      }
      return read.ok
        ? { outcome: 'read', filings: read.value.items, answers: read.value.answers }
        : { outcome: 'unreadable', problems: read.error }
    },
    apply: list.apply,
  }
}
