import type { Finding, FindingNote } from './findings'
import type { ExpectedChecks } from './expectedChecks'
import type { EditingTool } from './editingTools'
import { doubted, judge, unmeasured, type Judgement } from './judgeValue'
import { THRESHOLDS } from './thresholds'

type Region = NonNullable<Finding['region']>

/** What was measured on a photograph or scan beyond its light and colours. Null: nothing could be measured. */
export interface PaperFacts {
  readonly width: number
  readonly height: number
  readonly contrastPercent: number | null
  readonly glare: { readonly percent: number; readonly region: Region | null }
  /** Degrees to turn right. */
  readonly turn: number | null
  /** Degrees; the sign does not matter. */
  readonly skew: number | null
  readonly cut: { readonly sides: number; readonly region: Region | null }
  /** Null when the paper's edges were not seen. */
  readonly paper: { readonly percent: number; readonly region: Region } | null
  /** Percent of the height that bars take which a computer drew. */
  readonly barPercent: number
  readonly gridDecibels: number | null
  readonly traces: {
    readonly tool: EditingTool | null
    readonly hasEditorBlock: boolean
    readonly saysScreenshot: boolean
  }
  readonly sealShape: {
    readonly outline: number | null
    readonly away: number
    readonly region: Region
  } | null
  readonly signature: { readonly strokes: number; readonly region: Region | null } | null
  readonly backdrop: {
    readonly groundPercent: number
    readonly clothPercent: number
    readonly region: Region
  } | null
}

/**
 * Checks that found sound pictures wanting when paper, print and camera were others than those they were made with
 * (docs/examination.md). They may ask a person to look, and never say by themselves that something is wrong.
 */
const ONLY_DOUBTING: ReadonlySet<Finding['check']> = new Set([
  'orientation',
  'skew',
  'cropped-edges',
  'card-fill',
  'screenshot',
  'screen-photo',
  'seal-shape',
])

/** Checks that go by single strokes and rows, which light and size may have spoilt. */
const OF_STROKES: ReadonlySet<Finding['check']> = new Set([
  'orientation',
  'skew',
  'screenshot',
  'seal-shape',
  'seal-place',
])

/**
 * Findings on how the paper lies in the picture, and what was done to the picture. Of a picture that `isSpoilt`, whose
 * light or size is wrong by itself, nothing is told that goes by its strokes.
 */
export function judgePaper(
  facts: PaperFacts,
  expected: ExpectedChecks,
  isSpoilt = false,
): readonly Judgement[] {
  return measuredFindings(facts, expected)
    .filter((judged) => !isSpoilt || !OF_STROKES.has(judged.check) || isTold(judged))
    .map(doubtedAtMost)
}

/** What a picture says of itself in its data is no matter of measurement. */
function isTold({ note }: Judgement): boolean {
  return note === 'says-screenshot'
}

function doubtedAtMost(judged: Judgement): Judgement {
  return ONLY_DOUBTING.has(judged.check) && !isTold(judged) ? doubted(judged) : judged
}

function measuredFindings(facts: PaperFacts, expected: ExpectedChecks): readonly Judgement[] {
  const findings: Judgement[] = [judgeAspect(facts), judgeEdited(facts.traces)]
  if (expected.lighting) {
    findings.push(
      withRegion(judge('glare', facts.glare.percent, THRESHOLDS.glarePercent), facts.glare.region),
      facts.contrastPercent === null
        ? unmeasured('contrast', THRESHOLDS.contrastPercent)
        : judge('contrast', facts.contrastPercent, THRESHOLDS.contrastPercent),
    )
  }
  if (expected.lying) {
    findings.push(...judgeLying(facts, expected))
  }
  if (expected.original) {
    findings.push(judgeScreenshot(facts), ...judgeGrid(facts.gridDecibels))
  }
  if (expected.missingSeal !== null && facts.sealShape) {
    findings.push(...judgeSealShape(facts.sealShape, expected))
  }
  if (expected.signature && facts.signature) {
    const { strokes, region } = facts.signature
    const judged = judge('signature', strokes, THRESHOLDS.writingHeight)
    findings.push(withRegion(judged, judged.verdict === 'fail' ? null : region))
  }
  if (expected.backdrop && facts.backdrop) {
    const { groundPercent, clothPercent, region } = facts.backdrop
    findings.push(
      withRegion(judge('backdrop-uniform', groundPercent, THRESHOLDS.groundPercent), region),
      withRegion(judge('backdrop-colour', clothPercent, THRESHOLDS.clothPercent), region),
    )
  }
  return findings
}

function judgeAspect({ width, height }: PaperFacts): Judgement {
  return judge('aspect', Math.max(width, height) / Math.min(width, height), THRESHOLDS.aspect)
}

/** A named program is a fact, a block that several programs leave is a doubt. */
function judgeEdited({ tool, hasEditorBlock }: PaperFacts['traces']): Judgement {
  const judged = judge('edited', tool ? 2 : hasEditorBlock ? 1 : 0, THRESHOLDS.editorTraces)
  return withNote(judged, tool ?? (hasEditorBlock ? 'editor-block' : null))
}

function judgeLying(facts: PaperFacts, expected: ExpectedChecks): readonly Judgement[] {
  const findings: Judgement[] = [
    // Where neither print nor edges tell how the page lies, there is nothing to look at again.
    ...(facts.turn === null ? [] : [judge('orientation', facts.turn, THRESHOLDS.turnDegrees)]),
    ...(facts.skew === null ? [] : [judge('skew', Math.abs(facts.skew), THRESHOLDS.skewDegrees)]),
    withNote(
      withRegion(judge('cropped-edges', facts.cut.sides, THRESHOLDS.cutSides), facts.cut.region),
      facts.paper ? null : 'no-edges-found',
    ),
  ]
  if (expected.card && facts.paper) {
    const { percent, region } = facts.paper
    findings.push(withRegion(judge('card-fill', percent, THRESHOLDS.cardPercent), region))
  }
  return findings
}

function judgeScreenshot({ barPercent, traces }: PaperFacts): Judgement {
  const judged = judge('screenshot', barPercent, THRESHOLDS.barPercent)
  if (traces.saysScreenshot) {
    return { ...judged, verdict: 'fail', note: 'says-screenshot' }
  }
  return withNote(judged, judged.verdict === 'pass' ? null : 'drawn-surface')
}

/** A picture smaller than one square of the measurement is judged by its size already. */
function judgeGrid(decibels: number | null): readonly Judgement[] {
  return decibels === null ? [] : [judge('screen-photo', decibels, THRESHOLDS.gridDecibels)]
}

function judgeSealShape(
  { outline, away, region }: NonNullable<PaperFacts['sealShape']>,
  expected: ExpectedChecks,
): readonly Judgement[] {
  const place = withRegion(judge('seal-place', away, THRESHOLDS.sealAway), region)
  // Where no seal belongs it may lie over other red marks, as the emblem, and has no outline of its own.
  const isAstray = expected.sealPlace && place.verdict !== 'pass'
  const shape =
    outline === null || isAstray
      ? []
      : [withRegion(judge('seal-shape', outline, THRESHOLDS.sealOutline), region)]
  return expected.sealPlace ? [...shape, place] : shape
}

function withRegion(judged: Judgement, region: Region | null): Judgement {
  return region ? { ...judged, region } : judged
}

function withNote(judged: Judgement, note: FindingNote | null): Judgement {
  return note ? { ...judged, note } : judged
}
