import type { Point } from '../looks/geometry'
import type { ReadFieldName } from '../../../shared/reading/readField'
import { FAULTS, HIDES, papersOf, type CorpusPaper, type FaultName, type TrapName } from './faults'

export const WORLD_NAMES = ['tuning', 'report'] as const
export type WorldName = (typeof WORLD_NAMES)[number]

/** A picture of the corpus before it is made. At most one fault or one trap; without either it is plain and sound. */
export interface CorpusItem {
  readonly id: string
  readonly world: WorldName
  readonly paper: CorpusPaper
  readonly fault: FaultName | null
  readonly trap: TrapName | null
}

/** Part of the picture as it is shown, in fractions of its width and height. */
export interface LabelledRegion {
  readonly of: 'document' | 'seal' | 'signature' | 'glare' | 'face' | 'clothing'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Ground truth about one picture. */
export interface CorpusLabel extends CorpusItem {
  readonly file: string
  /** Size as it is shown; null for a file that is no picture. */
  readonly size: { readonly width: number; readonly height: number } | null
  /** Corners of the document as it is shown, in fractions, clockwise from its own upper left; null on photos of people. */
  readonly corners: readonly Point[] | null
  readonly regions: readonly LabelledRegion[]
  /** How bad the fault is, in the unit of its band. */
  readonly severity: number | null
  /** People in the picture; null on papers. */
  readonly faces: number | null
  /** What is printed on the paper, by the names of reading. Dates as `2026-11-21`, 长期 as `long-term`. */
  readonly fields: Partial<Record<ReadFieldName, string>>
}

/** `unclear`: another fault hides it. `none`: does not apply to this paper. */
export type Truth = 'faulty' | 'sound' | 'unclear' | 'none'

/** Whether a picture has a fault. */
export function truthOf({ paper, fault }: Pick<CorpusItem, 'paper' | 'fault'>, asked: FaultName): Truth {
  if (fault === asked) {
    return 'faulty'
  }
  const applies = papersOf(FAULTS[asked].papers).some(
    ({ kind, face, entityKind }) =>
      kind === paper.kind && face === paper.face && entityKind === paper.entityKind,
  )
  if (!applies) {
    return 'none'
  }
  return fault !== null && HIDES[fault]?.includes(asked) === true ? 'unclear' : 'sound'
}
