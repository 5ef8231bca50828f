import type { MessageShape } from '../MessageShape'
import type { zh } from '../zh'

export const sync: MessageShape<(typeof zh)['sync']> = {
  bar: 'Status bar',
  saved: 'saved here',
  saving: 'saving',
  unsaved: 'not saved',
  toSend: '{count} to send',
  nothingToSend: 'nothing to send',
  refused: '{count} refused',
  online: 'online',
  connecting: 'connecting',
  offlineSince: 'offline since {time}',
  onlineSince: 'online since {time}',
  signInNeeded: 'sign in again to send',
  signInAgain: 'Sign in again',
  examining: 'examined {done}/{total}',
  documents: 'documents {stored}/{total}',
  rules: 'rules {version}',
  holdUntil: 'hold until {time}',
  holds: '{holds} held · {reservations} reserved',
  details: 'Sync details',
  lastSync: 'Last sync {time}',
  never: 'Not synced yet',
  now: 'Sync now',
  queueTitle: 'To send and refused',
  empty: 'Nothing waits to be sent.',
  kind: {
    decide: 'Decision',
    'record-submission': 'Submission record',
    'record-notice': 'Notice',
    'adopt-rule-pack': 'Newer rule pack',
  },
  state: { queued: 'to send', sending: 'sending', applied: 'acknowledged', refused: 'refused' },
  attempts: 'tried {count} times',
  settle: 'Put back into the draft',
  settleHint: 'The decision goes back into the draft of its filing; marks and reasons are kept.',
  discard: 'Remove',
  refusal: {
    'not-found': 'The server no longer has this filing. Put it back into the draft to keep the reasons.',
    forbidden: 'This role may not do that. Put it back into the draft and ask a supervisor.',
    'stale-version':
      'The filing has changed meanwhile. Put it back into the draft, read it again, then confirm.',
    'hold-lost':
      'The hold ended or went to a colleague. Put it back into the draft, draw again, then confirm.',
    'illegal-move':
      'The state of the filing does not allow this. Put it back into the draft and check the state.',
    gate: 'By its rule pack the server finds lines unmet. Put it back into the draft and look at them.',
    'rule-pack-unknown':
      'The server does not know the rule pack. Put it back into the draft and tell the administrator.',
    'self-approval': 'Nobody reviews their own decision. Put it back into the draft for another person.',
    'too-early': 'The time for the SMS verification has not run out. Remove it and record it then.',
    'numbers-invalid': 'The ICP numbers do not fit this filing. Remove it, check them and record it again.',
  },
}
