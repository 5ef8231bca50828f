import type { ImageCheck } from './findings'

/**
 * Bounds of the picture checks. `fail` is where the machine says that something is wrong, `unsure` where a person
 * should look twice. `worse` says on which side of the bound the bad pictures are.
 */
export interface Threshold {
  readonly fail: number
  readonly unsure: number
  readonly worse: 'below' | 'above'
  readonly unit: string
  /** Where the number comes from. */
  readonly reason: string
}

export const THRESHOLDS = {
  'shorter-edge': {
    fail: 400,
    unsure: 600,
    worse: 'below',
    unit: 'px',
    reason:
      'No provider publishes a minimum. At 400 px an identity card of 54 mm has 7 px a millimetre, and its 2 mm characters stop being legible below that.',
  },
  'file-bytes': {
    fail: 4 * 1024 * 1024,
    unsure: 4 * 1024 * 1024,
    worse: 'above',
    unit: 'B',
    reason: 'Published upload limit of the provider pages: 4 MB a document.',
  },
  'photo-file-bytes': {
    fail: 2 * 1024 * 1024,
    unsure: 2 * 1024 * 1024,
    worse: 'above',
    unit: 'B',
    reason: 'Published upload limit of the provider pages for the backdrop photo: 2 MB.',
  },
} as const satisfies Record<string, Threshold>
