import type { MessageShape } from '../MessageShape'
import type { zh } from '../zh'

export const enrol: MessageShape<(typeof zh)['enrol']> = {
  offer: 'No network? Enrol this machine by file',
  title: 'Enrol this machine by file',
  beginHint:
    'For a machine that never meets a network: it writes a request, a supervisor takes it at the server’s side and brings a reply back. Whoever has signed in here before needs none.',
  passphraseHint:
    'Choose a passphrase for this computer: it protects the data here, opens the lock and the desk without a network, and is not in the request.',
  begin: 'Begin',
  beginning: 'Making the profile',
  back: 'Back',
  waitTitle: 'Waiting for the reply',
  waitHint:
    '{name} is not enrolled on this machine yet. You may close the application; user name and passphrase lead back here.',
  requestStep: '1. Export the request and hand it to a supervisor. There is no passphrase in it.',
  request: 'Export request',
  requestWritten: 'Written: {name}',
  ownStep:
    '2. When the supervisor takes it, read the fingerprint of this machine out to them, in person or by telephone, and never keep it with the file.',
  ownFingerprint: 'Fingerprint of this machine',
  replyStep:
    '3. Once you have the reply, enter the fingerprint of the server that the supervisor reads out to you, and import the reply.',
  serverFingerprint: 'Fingerprint of the server',
  reply: 'Import reply',
  done: 'This machine is enrolled. Enter its passphrase to open the desk, then import a bundle in the sync panel.',
  giveUp: 'Give up',
  giveUpHint: 'This enrolment is removed from the machine; requests and replies of it are of no use then.',
  giveUpSure: 'Give up for good',
  problem: {
    'not-a-reply': 'This is no reply to an enrolment, or of a version that is not known here.',
    'other-direction': 'This is a hand-carry bundle. Import the reply to the enrolment first.',
    'other-machine':
      'The reply is for another machine, or for an enrolment that was given up. Export the request again.',
    damaged: 'The file is damaged or was changed; nothing was imported. Copy it again.',
    'not-signed': 'The reply is not signed as it should be; nothing was imported. Tell the administrator.',
    'other-server':
      'The server with that fingerprint did not make this reply; nothing was imported. Compare the fingerprint with the supervisor.',
    'other-person': 'The reply is for a colleague.',
    'already-enrolled':
      'The key of this machine has been in use already and is not enrolled again. Give up and make another request.',
  },
}
