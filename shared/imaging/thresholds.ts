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
      'Brightness that a tenth of the picture exceeds. Paper in usable light gives 170 and more; the underexposed specimens give 43 to 57.',
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
} as const satisfies Record<string, Threshold>
