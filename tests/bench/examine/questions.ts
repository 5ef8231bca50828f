import type { ImageCheck } from '../../../shared/imaging/findings'
import type { FaultName } from '../../specimens/corpus/faults'

/** Faults that belong together and the checks that look for them. One row of the confusion table. */
export interface Question {
  readonly name: string
  readonly faults: readonly FaultName[]
  readonly checks: readonly ImageCheck[]
}

export const QUESTIONS: readonly Question[] = [
  { name: 'decodable', faults: ['undecodable'], checks: ['decodable'] },
  { name: 'resolution', faults: ['too-few-pixels'], checks: ['resolution'] },
  { name: 'file-size', faults: ['too-large-file'], checks: ['file-size'] },
  { name: 'sharpness', faults: ['defocused', 'motion-blurred'], checks: ['sharpness'] },
  { name: 'exposure', faults: ['underexposed', 'overexposed'], checks: ['exposure'] },
  { name: 'glare', faults: ['glare'], checks: ['glare'] },
  { name: 'contrast', faults: ['low-contrast'], checks: ['contrast'] },
  { name: 'colour', faults: ['grey-copy'], checks: ['colour'] },
  {
    name: 'orientation',
    faults: ['turned-90', 'turned-180', 'turned-by-exif'],
    checks: ['orientation'],
  },
  { name: 'skew', faults: ['skewed'], checks: ['skew'] },
  { name: 'cropped-edges', faults: ['cropped-edge'], checks: ['cropped-edges'] },
  { name: 'card-fill', faults: ['far-away'], checks: ['card-fill'] },
  { name: 'screenshot', faults: ['screenshot'], checks: ['screenshot'] },
  { name: 'screen-photo', faults: ['screen-photo'], checks: ['screen-photo'] },
  { name: 'edited', faults: ['edited-metadata'], checks: ['edited'] },
  { name: 'red-seal', faults: ['no-seal'], checks: ['red-seal'] },
  { name: 'seal-place', faults: ['seal-misplaced'], checks: ['seal-place'] },
  { name: 'seal-shape', faults: ['seal-not-round'], checks: ['seal-shape'] },
  { name: 'signature', faults: ['no-signature'], checks: ['signature'] },
  { name: 'backdrop', faults: ['wrong-backdrop'], checks: ['backdrop-uniform', 'backdrop-colour'] },
  { name: 'clothing-colour', faults: ['red-clothing', 'blue-clothing'], checks: ['clothing-colour'] },
  { name: 'face-count', faults: ['no-face', 'two-faces'], checks: ['face-count'] },
  { name: 'face-size', faults: ['small-face'], checks: ['face-size'] },
  { name: 'eyes-visible', faults: ['eyes-covered'], checks: ['eyes-visible'] },
]
