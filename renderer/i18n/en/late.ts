import type { MessageShape } from '../MessageShape'
import type { zh } from '../zh'

export const late: MessageShape<(typeof zh)['late']> = {
  from: 'Late decision by {name}: {verdict} ({time})',
  why: {
    'hold-lost': 'the hold had ended when it arrived',
    'stale-version': 'the filing had changed when it arrived',
  },
  show: 'Show differences',
  hide: 'Hide',
  rule: 'A late decision never takes effect by itself.',
  otherVersion: 'It is about another version of the filing; only reasons and note can be taken over.',
  note: 'Note:',
  reasons: 'Reasons for the return: {count}',
  onlyTheirs: '(not among mine)',
  lines: 'Lines seen differently: {count}',
  mine: 'me:',
  takeOver: 'Take over into my draft',
  putAside: 'Put aside',
  kept: 'Kept beside the filing as a late decision; nobody has looked at it yet.',
  answered: {
    'taken-over': '{name} took your late decision over, {time}.',
    'put-aside': '{name} looked at your late decision and put it aside, {time}.',
  },
}
