import type { MessageShape } from '../MessageShape'
import type { zh } from '../zh'

type Part<K extends keyof typeof zh> = MessageShape<(typeof zh)[K]>

export const reuse: Part<'reuse'> = {
  searching: 'Searching the other cases…',
  searchedAt: 'Searched {time} · {compared} of {pictures} pictures compared',
  again: 'Search again',
  notSearched: {
    offline: 'Not searched (offline)',
    'too-often': 'Not searched: too many searches, try again in a minute',
    'not-held': 'Not searched: the case is not held',
    failed: 'Not searched: the server gave no answer',
  },
  pictures: 'Documents',
  values: 'Numbers and addresses',
  nothing: 'Nothing of it was found in another case.',
  state: {
    found: 'Found',
    none: 'Not found',
    unknown: 'Unknown',
    pending: 'Not compared yet',
    'not-searched': 'Not searched',
  },
  unknownHint:
    'Pictures that are unreadable, empty or the same for everybody are not compared; only equal files are found.',
  place: {
    mobile: 'mobile',
    landline: 'landline',
    emergencyPhone: 'emergency number',
    certificateNumber: 'certificate number',
    certificateAddress: 'certificate address',
    mailingAddress: 'mailing address',
  },
  grade: { exact: 'the very same file', near: 'near copy', similar: 'alike (cropped?)' },
  graded: '{grade} ({distance})',
  distance: '{bits} of 1024 bits differ',
  sameValue: 'the same',
  relation: {
    'same-entity': 'same entity',
    'same-person': 'same person, other entity',
    other: 'somebody else',
  },
  where: '{order}, round {round}',
  more: '{count} more',
  compare: 'Side by side',
  compareTitle: 'Side by side',
  ours: 'This case',
  theirs: '{order}, round {round}',
  advice: 'What the machine compares is advice; a person decides.',
  recorded: 'The look is recorded in the audit.',
  unshown: 'This picture cannot be shown.',
}
