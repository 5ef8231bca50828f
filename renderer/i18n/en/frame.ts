import type { MessageShape } from '../MessageShape'
import type { zh } from '../zh'

type Part<K extends keyof typeof zh> = MessageShape<(typeof zh)[K]>

export const frame: Part<'frame'> = {
  product: 'Beian Desk',
  rail: 'Main navigation',
  queue: 'Queue',
  case: 'Case',
  packages: 'Packages',
  search: 'Search orders and names, or run a command',
  settings: 'Settings',
  language: 'Language',
  theme: 'Appearance',
  density: 'Density',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  densities: { dense: 'Dense', roomy: 'Roomy' },
  languages: { zh: '简体中文', en: 'English' },
  signOut: 'Sign out',
  help: 'Keys',
  helpTitle: 'Keys of this place',
  helpEverywhere: 'Everywhere',
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  reload: 'Read again',
  loading: 'Loading',
  version: 'Version {version}',
  workingTime: {
    label: 'Working time',
    open: 'Working time',
    lunch: 'Lunch break',
    closed: 'After hours',
    holiday: 'Day off',
    until: 'until {time}',
    unconfirmed: 'The holiday calendar is not published yet; reckoned by weekdays',
  },
  noCase: 'No filing is open. Draw or open one in the queue.',
}

export const signIn: Part<'signIn'> = {
  title: 'Sign in',
  username: 'User name',
  password: 'Password',
  submit: 'Sign in',
  pending: 'Signing in',
  server: 'Review server',
  sessionEnded:
    'The session has ended on the server. Everything stored here is kept and sent once you sign in.',
}

export const failure: Part<'failure'> = {
  'invalid-request': 'The request is incomplete or too long. Its content is kept; check it and try again.',
  'untrusted-sender': 'The sender is not trusted and was stopped. Restart the workstation.',
  'not-signed-in': 'Not signed in, or the session has ended. Sign in again; what is stored here is kept.',
  'wrong-credentials': 'User name or password is wrong. Check capitals and the input method, then try again.',
  'locked-out':
    'Too many wrong passwords: the account is locked for 15 minutes. Try later or ask a supervisor.',
  'offline-sign-in-impossible':
    'The review server cannot be reached and this user has not signed in on this machine before. Check the network.',
  offline: 'Offline. What is saved stays here and goes on by itself once the network is back.',
  'not-found': 'Not found. It may have been dealt with; refresh the queue.',
  'not-held': 'You no longer hold this filing. What you entered is kept here; draw it again.',
  'already-decided': 'This filing has been decided and waits to be sent.',
  'nothing-to-draw': 'There is no filing to draw now. New ones appear in “To draw” by themselves.',
  'held-by-other': 'A colleague holds this filing.',
  forbidden: 'This role may not do that. Ask a supervisor.',
  gate: 'Checklist lines still keep this decision from being made.',
  'documents-missing': 'Not all documents have arrived here. Go on once they have.',
  'not-acknowledged': 'The server has not acknowledged the step before. Go on once it has.',
  cancelled: 'Cancelled.',
  'disk-full':
    'The disk is full and nothing was saved. Free some space and try again; the window keeps its content.',
  'folder-missing': 'The export folder is gone or disconnected. Choose a folder again, then export.',
  'not-writable':
    'The export folder cannot be written to. Choose another or have it opened by the administrator.',
  'different-file-exists':
    'The folder has another file of this name; it was not overwritten. Move it away, then export.',
  'media-failed': 'The picture cannot be processed; the file is kept. Ask the applicant to upload it again.',
  storage: 'Local storage failed; the window keeps its content. Try again, then call the administrator.',
  unexpected: 'Something unexpected happened; what is saved is not affected. Try again.',
}

export const keys: Part<'keys'> = {
  frame: 'Everywhere',
  queue: 'Queue',
  case: 'Case',
  packages: 'Packages',
  dialog: 'Dialog',
  advisor: 'Filing advisor',
  openAdvisor: 'Filing advisor',
  copyAdvice: 'Copy the advice',
  closeAdvisor: 'Close the filing advisor',
  commands: 'Search or command',
  help: 'Keys of this place',
  escape: 'Close the topmost',
  drawNext: 'Draw next',
  up: 'Previous row',
  down: 'Next row',
  open: 'Open or draw the selected one',
  focusSearch: 'Search',
  lineUp: 'Previous checklist line',
  lineDown: 'Next checklist line',
  lineToggle: 'Expand or collapse the line',
  ok: 'OK',
  notOk: 'Not OK',
  notApplicable: 'Not applicable',
  notLookedAt: 'Not looked at',
  nextDocument: 'Next document',
  previousDocument: 'Previous document',
  otherPane: 'Other pane',
  loupe: 'Hold: actual pixels',
  rotate: 'Rotate',
  link: 'Link zoom',
  maximise: 'Documents fill the view',
  pass: 'Pass',
  return: 'Return',
  escalate: 'Escalate',
  confirm: 'Confirm the decision',
  onlyOpen: 'Only what still needs me',
}

export const commands: Part<'commands'> = {
  title: 'Search or command',
  placeholder: 'Order, entity, service or command',
  none: 'No filing or command matches',
  drawNext: 'Draw next',
  toQueue: 'Open the queue',
  toCase: 'Back to the filing under review',
  toPackages: 'Open packages',
  advisor: 'Filing advisor',
  syncNow: 'Sync now',
  signOut: 'Sign out',
  language: 'Language: {name}',
  theme: 'Appearance: {name}',
}

export const duration: Part<'duration'> = {
  hoursMinutes: '{hours} h {minutes} min',
  minutes: '{minutes} min',
  hours: '{hours} h',
  late: 'Late',
  left: '{duration} left',
  lateBy: 'late {duration}',
}
