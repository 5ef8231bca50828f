import { MOST_PAGES } from './pdfPages'

/**
 * Bounds of the picture checks. Beyond `fail` the machine says that something is wrong, between `unsure` and `fail`
 * a person should look twice. `worse` says on which side of the bounds the bad pictures are. Where no bound is
 * published, it was set on specimens of one series of seeds and is tested on others (tests/integration/media).
 */
export interface Threshold {
  readonly fail: number
  readonly unsure: number
  readonly worse: 'below' | 'above'
  readonly unit: string
  /** Where the numbers come from. */
  readonly reason: string
}

export const THRESHOLDS = {
  shorterEdge: {
    fail: 400,
    unsure: 600,
    worse: 'below',
    unit: 'px',
    reason:
      'No provider publishes a minimum. At 400 px an identity card (54 mm high) has 7 px a millimetre, and its 2 mm characters stop being legible below that.',
  },
  fileBytes: {
    fail: 4 * 1024 * 1024,
    unsure: 4 * 1024 * 1024,
    worse: 'above',
    unit: 'B',
    reason: 'Upload limit that the provider guides publish for documents: 4 MB.',
  },
  photoBytes: {
    fail: 2 * 1024 * 1024,
    unsure: 2 * 1024 * 1024,
    worse: 'above',
    unit: 'B',
    reason: 'Upload limit that the provider guides publish for the backdrop photo: 2 MB.',
  },
  sharpness: {
    fail: 0.15,
    unsure: 0.4,
    worse: 'below',
    unit: '',
    reason:
      'Laplacian energy by contrast at 1024 px. Clean specimens give 1.1 to 3.9; blurred by 1.5 px they are legible and give 0.4 to 0.7, by 2 px text is hard to read (0.2 to 0.3), by 3 px it is lost (below 0.12).',
  },
  brightLuma: {
    fail: 90,
    unsure: 130,
    worse: 'below',
    unit: '/255',
    reason:
      'Brightness that a twenty-fifth of the picture exceeds, as little as a small card covers. Paper in usable light gives 170 and more; the underexposed specimens give 43 to 57.',
  },
  clippedPercent: {
    fail: 99,
    unsure: 97,
    worse: 'above',
    unit: '%',
    reason:
      'A page of text leaves at most 90 % pure white, even as a hard copy; beyond that nothing is drawn any more.',
  },
  colourPercent: {
    fail: 0.3,
    unsure: 1,
    worse: 'below',
    unit: '%',
    reason:
      'Share of the middle with a colour of its own. Emblem, border, seal and portrait of clean certificates give 1.9 % and more, grey copies 0 to 0.1 %.',
  },
  sealPercent: {
    fail: 0.3,
    unsure: 0.8,
    worse: 'below',
    unit: '%',
    reason:
      'Area of the largest round red mark. A seal of 42 mm covers 2.8 % of A4 and still 0.8 % when the sheet fills a third of the picture.',
  },
  clothingPercent: {
    fail: 35,
    unsure: 15,
    worse: 'above',
    unit: '%',
    reason:
      'Red or blue share of the torso (provider guide: no red or blue clothing on the backdrop photo). Such garments give 60 % and more, others at most 3 %.',
  },
  pages: {
    fail: MOST_PAGES,
    unsure: 30,
    worse: 'above',
    unit: '',
    reason:
      'No provider publishes a bound. The papers of a filing have one to some tens of pages; behind the hundredth nothing is drawn.',
  },
  activeContent: {
    fail: 0,
    unsure: 0,
    worse: 'above',
    unit: '',
    reason:
      'A paper needs no script, no action and no file inside. Nothing of it is run here, but the administration gets the file.',
  },
  aspect: {
    fail: 3.2,
    unsure: 2.4,
    worse: 'above',
    unit: '',
    reason:
      'Longer by shorter edge. The longest paper is A4 (1.41) and a card (1.59), cameras give up to 2.2; beyond that several pictures were joined or a screen was scrolled.',
  },
  glarePercent: {
    fail: 0.6,
    unsure: 0.25,
    worse: 'above',
    unit: '%',
    reason:
      'Area of a clipped spot on the paper beside which the paper is not clipped. At 0.6 % of A4 a spot swallows a line of eight characters.',
  },
  contrastPercent: {
    fail: 52,
    unsure: 60,
    worse: 'below',
    unit: '%',
    reason:
      'By how much print is darker than its paper. Clean specimens give 70 % and more, overexposed ones 43 to 47 %, through a film or fog 10 to 30 %.',
  },
  turnDegrees: {
    fail: 0,
    unsure: 0,
    worse: 'above',
    unit: '°',
    reason:
      'Turn to the right that would put the page upright; it is told by rows, title, seal, emblem and portrait.',
  },
  skewDegrees: {
    fail: 8,
    unsure: 6.5,
    worse: 'above',
    unit: '°',
    reason:
      'Slope of rows and edges. A page held by hand lies within 5°; beyond 8° the reading of lines begins to lose characters.',
  },
  cutSides: {
    fail: 0,
    unsure: 0,
    worse: 'above',
    unit: '',
    reason: 'Sides on which the paper goes on beyond the frame. Guides ask for all four corners or edges.',
  },
  cardPercent: {
    fail: 18,
    unsure: 25,
    worse: 'below',
    unit: '%',
    reason:
      'Share of the frame that the card covers. At 18 % of 1600 by 1200 px a card is 740 px wide, and its 2 mm characters are 17 px high.',
  },
  screenAspect: {
    fail: 1.6,
    unsure: 1.6,
    worse: 'above',
    unit: '',
    reason:
      'Only pictures of the shape of a screen can be screenshots: telephones are 16:9 and longer, computers 16:10 and longer. Sheets have 1.41, cards 1.59.',
  },
  flatPercent: {
    fail: 12,
    unsure: 6,
    worse: 'above',
    unit: '%',
    reason:
      'Area that is of one colour to the last level and not white. The noise of a sensor leaves none in photographs and scans; viewers and status bars are such areas.',
  },
  gridDecibels: {
    fail: 23,
    unsure: 21,
    worse: 'above',
    unit: 'dB',
    reason:
      'By how much one spatial frequency stands out in squares at full size. Photographs of paper give 5 to 20 dB, of screens 36 dB and more, faint ones 20 to 28 dB.',
  },
  editorTraces: {
    fail: 1,
    unsure: 0,
    worse: 'above',
    unit: '',
    reason:
      'Traces of programs that change pictures: 2 when one is named, 1 when there is only a block such programs leave.',
  },
  sealOutline: {
    fail: 7.2,
    unsure: 6,
    worse: 'above',
    unit: '%',
    reason:
      'Spread of the radius. Round seals pressed well give 1 to 5 %, a square 11 %, an ellipse of 2 to 3 14 %, smeared ones more.',
  },
  sealAway: {
    fail: 4,
    unsure: 0.5,
    worse: 'above',
    unit: '%',
    reason: 'Distance from the part of the page where seals of its kind stand, in percent of the page.',
  },
  signatureReach: {
    fail: 2.6,
    unsure: 3,
    worse: 'below',
    unit: '×',
    reason:
      'Reach of the longest connected stroke in the place of the signature by the height of printed characters. Print gives 1 to 2.5, handwriting runs on over 3 and more.',
  },
  groundPercent: {
    fail: 30,
    unsure: 40,
    worse: 'below',
    unit: '%',
    reason:
      'Share of the most frequent tint beside the person. A cloth with marks gives 60 % and more, a room 10 to 25 %.',
  },
  clothPercent: {
    fail: 70,
    unsure: 75,
    worse: 'below',
    unit: '%',
    reason:
      'Share of white, pale blue and blue beside the person, the colours of the cloth that providers post.',
  },
} as const satisfies Record<string, Threshold>
