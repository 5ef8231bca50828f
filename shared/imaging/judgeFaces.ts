import type { ExpectedChecks } from './expectedChecks'
import type { Finding } from './findings'
import { doubted, judge, unmeasured, type Judgement } from './judgeValue'
import { THRESHOLDS } from './thresholds'

type Region = NonNullable<Finding['region']>

/** What was seen of faces in a picture. Faces are found, never recognised: nothing here tells one from another. */
export interface FaceFacts {
  /** Everything that may be a face, the likeliest first. */
  readonly seen: ReadonlyArray<{
    /** 0 to 100: how sure the detector is. */
    readonly likenessPercent: number
    readonly region: Region
  }>
  /** Measured on the first of `seen`. */
  readonly likeliest: {
    /** Height of the face, brows to chin, by that of the picture. */
    readonly heightPercent: number
    /** By how much iris and lashes stand out from what is beside them, of the weaker eye. */
    readonly eyeContrast: number
    readonly eyes: Region
  } | null
}

/**
 * Findings on the faces of a picture. How large a face is and whether its eyes are visible may ask a person to look and
 * never say by themselves that something is wrong: their bounds rest on drawn figures (ADR 0053).
 */
export function judgeFaces(
  facts: FaceFacts,
  expected: NonNullable<ExpectedChecks['faces']>,
): readonly Judgement[] {
  const count = judgeCount(facts, expected)
  const [likeliest] = facts.seen
  // With the certificate in the hand, the likeliest face may be the portrait on it.
  if (expected === 'any' || likeliest === undefined || count.value === 0 || facts.likeliest === null) {
    return [count]
  }
  const { heightPercent, eyeContrast, eyes } = facts.likeliest
  const { region } = likeliest
  const size = { ...judge('face-size', heightPercent, THRESHOLDS.faceHeight), region }
  if (size.verdict !== 'pass') {
    // Of so small a face the eyes are a few pixels.
    return [count, doubted(size)]
  }
  const visible = isCoveredFace(facts)
    ? { ...unmeasured('eyes-visible', THRESHOLDS.eyeContrast), region }
    : { ...judge('eyes-visible', eyeContrast, THRESHOLDS.eyeContrast), region: eyes }
  return [count, size, doubted(visible)]
}

/** The number of faces, and whether it is wrong; where the detector is not sure of one, a person looks. */
function judgeCount(facts: FaceFacts, expected: 'one' | 'any'): Judgement {
  const first = isCoveredFace(facts) ? 'pass' : presence(facts).verdict
  const others = facts.seen.slice(1).map(judgeOther)
  const count = first === 'fail' ? 0 : 1 + others.filter(({ verdict }) => verdict !== 'pass').length
  const verdicts = [first, ...(expected === 'one' ? others.map(({ verdict }) => verdict) : [])]
  const verdict = (['fail', 'unsure'] as const).find((wrong) => verdicts.includes(wrong)) ?? 'pass'
  return {
    check: 'face-count',
    verdict,
    value: count,
    threshold: 1,
    unit: '',
    ...(count === 0 ? {} : { region: around(facts.seen.slice(0, count).map(({ region }) => region)) }),
    ...(verdict === 'unsure' ? { note: 'uncertain-face' } : {}),
  }
}

/** Whether there is a face by its likeness alone. */
function presence({ seen }: FaceFacts): Judgement {
  return judge('face-count', seen[0]?.likenessPercent ?? 0, THRESHOLDS.faceLikeness)
}

/**
 * What is taken for a face on a bare cloth is a mark, and small. What looks a little like a face and is as large as one is
 * a person, whose face may be covered: of that the eyes tell.
 */
function isCoveredFace(facts: FaceFacts): boolean {
  const size = judge('face-size', facts.likeliest?.heightPercent ?? 0, THRESHOLDS.faceHeight)
  return presence(facts).verdict === 'unsure' && size.verdict === 'pass'
}

function judgeOther({ likenessPercent }: FaceFacts['seen'][number]): Judgement {
  return judge('face-count', likenessPercent, THRESHOLDS.otherFaceLikeness)
}

function around(regions: readonly Region[]): Region {
  const x = Math.min(...regions.map((region) => region.x))
  const y = Math.min(...regions.map((region) => region.y))
  const right = Math.max(...regions.map((region) => region.x + region.width))
  const bottom = Math.max(...regions.map((region) => region.y + region.height))
  return { x, y, width: right - x, height: bottom - y }
}
