import type { MessageShape } from '../MessageShape'
import type { zh } from '../zh'

export const changes: MessageShape<(typeof zh)['changes']> = {
  summary: 'Fields: {fields} · documents: {documents}',
  summaryLabel: 'Changes since the round before',
  findingCounts: 'Last return: {fixed} fixed · {changed} to check · {unchanged} unchanged',
  carried: 'Verdicts carried over: {count}',
  findings: 'Reasons of the last return',
  fields: 'Changed fields',
  documents: 'Changed documents',
  none: 'Nothing differs from the round before.',
  state: { fixed: 'Fixed', changed: 'Changed, to check', unchanged: 'Not changed' },
  again: 'Return again',
  isAgain: 'In the return',
  wasEmpty: '(empty)',
  isGone: '(removed)',
  before: 'Before',
  showBefore: '{label} has changed; show what it was',
  hideBefore: 'Hide what {label} was',
  kind: { added: 'New', removed: 'Removed', replaced: 'Replaced', unchanged: 'Unchanged' },
  compare: 'Compare with the round before',
  endComparison: 'End the comparison',
  earlierPage: 'Round {round} · {name}',
  onlyChanged: 'Only what changed',
  onlyChangedEmpty: 'No line about what changed needs you.',
  carriedShort: 'From round {round}',
  carriedBy:
    'Carried over from round {round} ({name} · {time}): its evidence is unchanged. 1, 2, 3 judge it anew.',
}
