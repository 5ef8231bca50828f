import type { MessageShape } from '../MessageShape'
import type { listImport as original } from '../zh/listImport'

export const listImport: MessageShape<typeof original> = {
  apply: 'Record {count}',
  close: 'Close',
  tried: 'Tried and not recorded yet. Look at what would become of each.',
  taken: '{count} recorded.',
  unreadable: 'The file cannot be read, and nothing was recorded:',
  file: 'The whole file',
  line: 'Line {line}',
}
