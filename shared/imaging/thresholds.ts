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
    fail: 0.4,
    unsure: 0.6,
    worse: 'below',
    unit: '',
    reason:
      'Energy of the second derivative by that of the first at 1024 px, in the direction that is worst; an edge blurred by s px gives 1 / (2 s²). Sound pictures give 0.66 and more, slightly soft ones 0.58; blurred by 3 px or smeared over 11 px, where text is lost, 0.02 to 0.53.',
  },
  brightLuma: {
    fail: 80,
    unsure: 105,
    worse: 'below',
    unit: '/255',
    reason:
      'Brightness that a twenty-fifth of the picture exceeds, as little as a small card covers. Paper in usable light gives 145 and more; the underexposed specimens give 43 to 57.',
  },
  clippedPercent: {
    fail: 99,
    unsure: 97,
    worse: 'above',
    unit: '%',
    reason:
      'A page of text leaves at most 90 % pure white, even as a hard copy; beyond that nothing is drawn any more.',
  },
  clippedPaper: {
    fail: 8,
    unsure: 8,
    worse: 'above',
    unit: '%',
    reason:
      'So much pure white is clipped paper, and no reflection: only there grey print tells of too much light.',
  },
  darkLuma: {
    fail: 118,
    unsure: 113,
    worse: 'above',
    unit: '/255',
    reason:
      'Brightness below which a thousandth of a picture with clipped paper lies. Black print gives 10 to 75, out of focus up to 109; where the light has made it grey, 118 and more.',
  },
  colourPercent: {
    fail: 0.1,
    unsure: 0.2,
    worse: 'below',
    unit: '%',
    reason:
      'Share of the paper with a colour of its own. Emblem, border, seal and portrait give 0.5 % and more, faded to half their colour 0.2 %, grey copies less than 0.01 %.',
  },
  sealPercent: {
    fail: 0.3,
    unsure: 0.6,
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
    fail: 48,
    unsure: 54,
    worse: 'below',
    unit: '%',
    reason:
      'By how much print is darker than its paper. Clean specimens give 65 % and more, a card far away 60 %, overexposed ones 43 to 47 %, through a film or fog 10 to 32 %.',
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
    fail: 10,
    unsure: 8,
    worse: 'above',
    unit: '°',
    reason:
      'Slope of rows and edges. A page held by hand lies within 6.5°; beyond 8° the reading of lines begins to lose characters.',
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
  barPercent: {
    fail: 6,
    unsure: 3,
    worse: 'above',
    unit: '%',
    reason:
      'Share of the height that bars take which a computer drew: rows of one colour that end in a line exactly along the rows, from border to border. Screens give 13 % and more, with a status bar alone 4 %; photographs and scans none.',
  },
  gridDecibels: {
    fail: 20,
    unsure: 15.5,
    worse: 'above',
    unit: 'dB',
    reason:
      'By how much one spatial frequency, and half of how much the one at right angles to it, stands out as a point of the spectrum at full size. Photographs of paper give 1 to 6 dB, on woven cloth up to 13, of screens 20 to 60.',
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
    fail: 19,
    unsure: 16.5,
    worse: 'above',
    unit: '%',
    reason:
      'Percent by which the narrowest diameter falls short of the widest. Round seals give 1 to 16 %, also pale and in perspective; ovals of 2 to 3 and smeared ones 17 to 55 %. A square gives 29 %.',
  },
  sealAway: {
    fail: 4,
    unsure: 0.5,
    worse: 'above',
    unit: '%',
    reason: 'Distance from the part of the page where seals of its kind stand, in percent of the page.',
  },
  writingHeight: {
    fail: 1.35,
    unsure: 1.5,
    worse: 'below',
    unit: '×',
    reason:
      'Height of the highest writing in the place of the signature by the height of printed characters. Lines of print give 0.9 to 1.2, handwriting 1.7 to 5.',
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
    fail: 85,
    unsure: 91,
    worse: 'below',
    unit: '%',
    reason:
      'Share of white, pale blue and blue beside the person, the colours of the cloth that providers post. Such cloths give 97 % and more, in deep shade 88 %, rooms with pale walls and windows mostly less than 85 %.',
  },
  faceLikeness: {
    fail: 14,
    unsure: 31,
    worse: 'below',
    unit: '%',
    reason:
      'How sure the detector is of the likeliest face. Drawn persons give 78 % and more, far away 36 % and more, with a hand before the face 15 to 68 %; cloths without a person at most 27 %, most of them less than 10 %.',
  },
  otherFaceLikeness: {
    fail: 68,
    unsure: 58,
    worse: 'above',
    unit: '%',
    reason:
      'How sure the detector is of one more face. A second person gives 78 % and more; print, clothes and a second look at the same person at most 49 %.',
  },
  faceHeight: {
    fail: 10,
    unsure: 12,
    worse: 'below',
    unit: '%',
    reason:
      'Height of the face, brows to chin, by that of the picture. Upper bodies give 17 % and more, persons far away 5 to 8 %. At 12 % of 1024 px nothing but a few pixels is left of an eye.',
  },
  eyeContrast: {
    fail: 28,
    unsure: 33,
    worse: 'below',
    unit: '%',
    reason:
      'By how much iris and lashes of the weaker eye are darker than what is right beside them, by the brightness of the skin. Open eyes give 66 % and more, blurred ones 40 %; dark glasses and hands at most 25 %.',
  },
} as const satisfies Record<string, Threshold>
