import type { DocumentFace, DocumentKind } from '../../../shared/domain/documentKinds'

/** A paper of the corpus and whose filing it is from. */
export interface CorpusPaper {
  readonly kind: DocumentKind
  readonly face: DocumentFace
  readonly entityKind: 'individual' | 'organization'
}

const paper = (
  kind: DocumentKind,
  face: DocumentFace,
  entityKind: CorpusPaper['entityKind'] = 'organization',
): CorpusPaper => ({ kind, face, entityKind })

export const PHOTO = paper('backdrop-photo', 'face')
const CARDS = [
  paper('resident-id', 'portrait'),
  paper('resident-id', 'emblem'),
  paper('residence-permit', 'face'),
  paper('residence-permit', 'back', 'individual'),
] as const
const CERTIFICATES = [
  paper('business-licence', 'face'),
  paper('institution-certificate', 'face'),
  paper('domain-certificate', 'face'),
] as const
const STATEMENTS = [
  paper('authenticity-commitment', 'page'),
  paper('filing-commitment', 'page'),
  paper('responsibility-notice', 'page'),
  paper('verification-form', 'page'),
] as const
const PRIVATE_STATEMENTS = [
  paper('filing-commitment', 'page', 'individual'),
  paper('verification-form', 'page', 'individual'),
] as const

const PAPERS = [...CARDS, ...CERTIFICATES, ...STATEMENTS, ...PRIVATE_STATEMENTS] as const
const ALL = [...PAPERS, PHOTO] as const
/** Printed in colour by whoever issues them. */
const COLOURED = [CARDS[0], CARDS[1], CARDS[2], CERTIFICATES[0], CERTIFICATES[1]] as const
const SEALED = [CERTIFICATES[0], CERTIFICATES[1], STATEMENTS[0], STATEMENTS[1], STATEMENTS[3]] as const
const SIGNED = [...STATEMENTS, ...PRIVATE_STATEMENTS] as const

export type PaperGroup = 'all' | 'papers' | 'cards' | 'coloured' | 'sealed' | 'signed' | 'photo'
const GROUPS: Readonly<Record<PaperGroup, readonly CorpusPaper[]>> = {
  all: ALL,
  papers: PAPERS,
  cards: CARDS,
  coloured: COLOURED,
  sealed: SEALED,
  signed: SIGNED,
  photo: [PHOTO],
}

export function papersOf(group: PaperGroup): readonly CorpusPaper[] {
  return GROUPS[group]
}

/**
 * Faults of the corpus. Each is bad beyond `band`, sound pictures stay within `sound`, and nothing is made in the gap
 * between. The bounds follow what a person can still read or what a rule asks for, never what a check finds.
 */
interface Fault {
  readonly papers: PaperGroup
  readonly band: string
  readonly sound: string
}

export const FAULTS = {
  undecodable: {
    papers: 'all',
    band: 'cut off after 20 to 80 % of its bytes, another format, a text or a page of the web under the name of a picture, no bytes',
    sound: 'whole JPEG, progressive JPEG, PNG, WebP, TIFF',
  },
  'too-few-pixels': { papers: 'all', band: 'shorter edge 160 to 340 px', sound: '700 px and more' },
  'too-large-file': {
    papers: 'all',
    band: '1.1 to 2 times the published limit (4 MB, photo 2 MB)',
    sound: 'up to 0.85 of it',
  },
  defocused: {
    papers: 'all',
    band: 'Gaussian of 3 to 4.6 px at 1024 px: text is lost',
    sound: 'up to 0.9 px: slightly soft, every character is legible',
  },
  'motion-blurred': {
    papers: 'all',
    band: 'smeared over 11 to 19 px at 1024 px',
    sound: 'up to 2 px',
  },
  underexposed: {
    papers: 'all',
    band: 'light reduced to 0.13 to 0.2: white paper is darker than 62/255',
    sound: '0.72 and more',
  },
  overexposed: {
    papers: 'papers',
    band: 'light 1.9 times plus 90 to 120 levels: paper is clipped and black print is grey',
    sound: 'white paper may be clipped, black print stays black',
  },
  glare: {
    papers: 'papers',
    band: 'a spot on the document that swallows print: 1.5 % of it and more are clipped',
    sound: 'none, a sheen of up to 22 levels, or a reflection that lies on the desk beside the document',
  },
  'low-contrast': {
    papers: 'papers',
    band: 'contrast reduced to 0.13 to 0.24, as through a film or fog',
    sound: '0.7 and more',
  },
  'grey-copy': {
    papers: 'coloured',
    band: 'a copy without colour; under a lamp evenly tinted',
    sound: 'colours reduced to 0.5 at most',
  },
  'turned-90': { papers: 'papers', band: 'shown a quarter turn from upright', sound: 'within 5 degrees' },
  'turned-180': { papers: 'papers', band: 'shown upside down', sound: 'within 5 degrees' },
  'turned-by-exif': {
    papers: 'papers',
    band: 'EXIF orientation 3, 6 or 8 turns an upright picture',
    sound: 'EXIF orientation puts a picture upright that is stored turned',
  },
  skewed: { papers: 'papers', band: 'tilted by 11 to 22 degrees', sound: 'up to 5 degrees' },
  'cropped-edge': {
    papers: 'papers',
    band: '7 to 20 % of the width or height lie outside the frame',
    sound: 'all edges inside, 1.2 % of the frame and more from its border',
  },
  'far-away': {
    papers: 'cards',
    band: 'the card fills 4 to 12 % of the frame',
    sound: '30 % and more',
  },
  screenshot: {
    papers: 'papers',
    band: 'a screenshot of a telephone or desktop that shows the document inside a viewer, in the exact size of a screen',
    sound: 'photographs and scans, also as PNG',
  },
  'screen-photo': {
    papers: 'papers',
    band: 'photographed from a screen: pixel grid of 1.6 to 4.4 px, moire, bluish',
    sound: 'photographed from paper, also on woven cloth',
  },
  'edited-metadata': {
    papers: 'all',
    band: 'EXIF Software or XMP CreatorTool names a program for changing pictures',
    sound: 'no metadata, or those of a camera or a scanner',
  },
  'no-seal': {
    papers: 'sealed',
    band: 'no seal at all',
    sound: 'a seal of 40 to 46 mm, also pale or over print',
  },
  'seal-misplaced': {
    papers: 'sealed',
    band: 'middle of the seal in the upper left part (15 to 45 % across, 15 to 42 % down)',
    sound: 'within 5 % of the place of signature, date and issuer',
  },
  'seal-not-round': {
    papers: 'sealed',
    band: 'oval of 0.5 to 0.66, or smeared by half a radius and more',
    sound: 'height and width differ by at most 6 % before perspective',
  },
  'no-signature': {
    papers: 'signed',
    band: 'nothing is written in the place of the signature',
    sound: 'a signature in the place, also partly under the seal',
  },
  'wrong-backdrop': {
    papers: 'photo',
    band: 'a room, a street, or a plain wall of another colour than the backdrop',
    sound: 'cloth of the provider: white or pale blue with blue marks, the whole picture behind the person',
  },
  'red-clothing': {
    papers: 'photo',
    band: 'hue 350 to 8 degrees, saturated',
    sound: 'grey, black, white, green, orange, purple',
  },
  'blue-clothing': {
    papers: 'photo',
    band: 'hue 207 to 232 degrees, saturated',
    sound: 'grey, black, white, green, orange, purple',
  },
  'no-face': { papers: 'photo', band: 'backdrop alone', sound: 'one person, eyes free' },
  'two-faces': { papers: 'photo', band: 'two persons beside each other', sound: 'one person' },
  'small-face': { papers: 'photo', band: 'head less than 9 % of the height', sound: 'head 30 % and more' },
  'eyes-covered': {
    papers: 'photo',
    band: 'dark glasses or a hand before the eyes',
    sound: 'eyes free, also behind clear glasses',
  },
} as const satisfies Record<string, Fault>
export type FaultName = keyof typeof FAULTS
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[]

/** Sound pictures that look like faulty ones. */
export const TRAPS = {
  soft: { papers: 'all', looksLike: 'blurred: 0.7 to 0.9 px at 1024 px, all legible' },
  dim: { papers: 'papers', looksLike: 'underexposed: light 0.72 to 0.8' },
  'hard-white-scan': { papers: 'papers', looksLike: 'overexposed: clipped paper, black print' },
  'white-on-white': {
    papers: 'signed',
    looksLike: 'cropped: white paper on a white desk, edges hardly seen',
  },
  'glare-beside': { papers: 'cards', looksLike: 'glare: a reflection on the desk' },
  sheen: { papers: 'papers', looksLike: 'glare: a soft sheen over the document' },
  'flat-light': { papers: 'papers', looksLike: 'low contrast: 0.7 to 0.8' },
  faded: { papers: 'coloured', looksLike: 'grey copy: colours at half' },
  'turned-and-marked': { papers: 'papers', looksLike: 'turned: stored turned, EXIF puts it upright' },
  'tilted-a-little': { papers: 'papers', looksLike: 'skewed: 4 to 5 degrees' },
  'large-file': { papers: 'all', looksLike: 'too large: 0.75 to 0.85 of the limit' },
  'png-scan': { papers: 'papers', looksLike: 'screenshot: a scan as PNG' },
  'woven-desk': { papers: 'papers', looksLike: 'screen photo: a fine weave under the paper' },
  'camera-metadata': { papers: 'all', looksLike: 'edited: EXIF with a Software tag of a camera or scanner' },
  'pale-seal': { papers: 'sealed', looksLike: 'no seal: pale ink' },
  'half-covered-signature': { papers: 'signed', looksLike: 'no signature: the seal lies over it' },
  'orange-clothing': { papers: 'photo', looksLike: 'red clothing' },
  'purple-clothing': { papers: 'photo', looksLike: 'red or blue clothing' },
  'green-clothing': { papers: 'photo', looksLike: 'blue clothing' },
  'other-container': { papers: 'all', looksLike: 'undecodable: progressive JPEG, PNG, WebP, TIFF' },
} as const satisfies Record<string, { readonly papers: PaperGroup; readonly looksLike: string }>
export type TrapName = keyof typeof TRAPS
export const TRAP_NAMES = Object.keys(TRAPS) as TrapName[]

/** What a fault hides: neither sound nor faulty can be said of these on a picture with it. */
export const HIDES: Partial<Record<FaultName, readonly FaultName[]>> = {
  undecodable: FAULT_NAMES,
  'too-few-pixels': FAULT_NAMES.filter((name) => !['undecodable', 'too-large-file'].includes(name)),
  defocused: [
    'turned-90',
    'turned-180',
    'turned-by-exif',
    'motion-blurred',
    'screen-photo',
    'low-contrast',
    'seal-not-round',
    'no-signature',
  ],
  'motion-blurred': [
    'turned-90',
    'turned-180',
    'turned-by-exif',
    'defocused',
    'screen-photo',
    'low-contrast',
    'seal-not-round',
    'no-signature',
  ],
  underexposed: [
    'grey-copy',
    'low-contrast',
    'no-seal',
    'no-signature',
    'red-clothing',
    'blue-clothing',
    'wrong-backdrop',
    'defocused',
  ],
  overexposed: [
    'grey-copy',
    'low-contrast',
    'glare',
    'no-seal',
    'seal-not-round',
    'no-signature',
    'cropped-edge',
    'skewed',
    'defocused',
  ],
  'low-contrast': [
    'grey-copy',
    'underexposed',
    'overexposed',
    'no-seal',
    'seal-misplaced',
    'seal-not-round',
    'no-signature',
    'cropped-edge',
    'skewed',
    'defocused',
  ],
  glare: ['no-seal', 'seal-not-round', 'no-signature', 'overexposed'],
  'grey-copy': ['no-seal', 'seal-misplaced', 'seal-not-round'],
  'cropped-edge': ['no-seal', 'seal-misplaced', 'no-signature', 'far-away'],
  'turned-90': ['seal-misplaced', 'no-signature', 'skewed', 'turned-180', 'turned-by-exif'],
  'turned-180': ['seal-misplaced', 'no-signature', 'turned-90', 'turned-by-exif'],
  'turned-by-exif': ['seal-misplaced', 'no-signature', 'skewed', 'turned-90', 'turned-180'],
  skewed: ['far-away'],
  'far-away': ['too-few-pixels', 'defocused', 'motion-blurred'],
  screenshot: [
    'far-away',
    'cropped-edge',
    'no-seal',
    'seal-misplaced',
    'no-signature',
    'screen-photo',
    'overexposed',
  ],
  'screen-photo': [
    'far-away',
    'cropped-edge',
    'grey-copy',
    'defocused',
    'motion-blurred',
    'glare',
    'screenshot',
  ],
  'no-seal': ['seal-misplaced', 'seal-not-round'],
  'wrong-backdrop': ['no-face'],
  'no-face': [
    'red-clothing',
    'blue-clothing',
    'two-faces',
    'small-face',
    'eyes-covered',
    'defocused',
    'motion-blurred',
  ],
  'two-faces': ['red-clothing', 'blue-clothing'],
  'small-face': ['red-clothing', 'blue-clothing', 'eyes-covered'],
}
