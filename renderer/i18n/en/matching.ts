import type { MessageShape } from '../MessageShape'
import type { zh } from '../zh'

type Part<K extends keyof typeof zh> = MessageShape<(typeof zh)[K]>

export const matching: Part<'matching'> = {
  counts: '{different} differ · {unknown} to check · {tolerated} tolerated · {same} agree',
  reading: 'Reading the text of the papers…',
  none: 'There is no paper to compare.',
  onlyOpen: 'Only what needs a look',
  onlyOpenEmpty: 'All that was read agrees with the form.',
  notOnPapers: 'not read on any paper',
  formEmpty: '(left empty)',
  subject: {
    entity: 'Entity',
    'entity-principal': 'Entity principal',
    'service-principal': 'Service principal',
    domain: 'Domain',
  },
  fact: {
    name: 'Name',
    number: 'Certificate number',
    address: 'Certificate address',
    validity: 'Valid until',
    company: 'Name',
    'credit-code': 'Certificate number',
    'legal-representative': 'Legal representative',
    domain: 'Domain',
    registrant: 'Registrant',
  },
  column: {
    identity: 'Identity paper',
    licence: 'Entity certificate',
    'domain-certificate': 'Domain certificate',
    statement: 'Statement',
  },
  match: { same: 'agrees', tolerated: 'tolerated', different: 'differs', unknown: 'to check' },
  tolerance: {
    width: 'character width',
    spaces: 'spaces',
    brackets: 'brackets',
    case: 'letter case',
    punctuation: 'punctuation',
    traditional: 'traditional characters',
    'province-left-out': 'province left out',
  },
  proof: {
    'wrong-check-digit': 'check character of the reading is wrong',
    doubtful: 'form of the reading is doubtful',
  },
  confidence: 'read with {percent}% confidence',
  show: 'Show on the picture: {column} {fact}',
  correct: 'Correct the reading',
  correction: 'Correct to',
  save: 'Save the correction',
  cancel: 'Cancel',
  undo: 'Take the reading back',
  corrected: 'corrected by person, read as {value}',
  longTerm: 'long-term',
}
