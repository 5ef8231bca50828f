import type { DocumentKind } from '../domain/documentKinds'
import type { ExpectedChecks } from './expectedChecks'
import type { Finding } from './findings'
import { judge, type Judgement } from './judgeValue'
import { THRESHOLDS } from './thresholds'

type Region = NonNullable<Finding['region']>

/** What was measured on a picture that could be decoded. */
export interface PictureFacts {
  readonly width: number
  readonly height: number
  readonly bytes: number
  /** Null when the picture shows too little to tell. */
  readonly sharpness: number | null
  readonly brightLuma: number
  /** Brightness below which only the darkest thousandth lies. */
  readonly darkLuma: number
  readonly clippedPercent: number
  readonly colourPercent: number
  readonly seal: { readonly areaPercent: number; readonly region: Region | null }
  readonly clothing: { readonly redPercent: number; readonly bluePercent: number; readonly region: Region }
}

/** Findings on a decoded picture: measured facts against the table of thresholds. */
export function judgePicture(
  facts: PictureFacts,
  kind: DocumentKind,
  expected: ExpectedChecks,
): readonly Judgement[] {
  const shorterEdge = Math.min(facts.width, facts.height)
  const findings: Judgement[] = [
    { check: 'decodable', verdict: 'pass', value: null, threshold: null, unit: '' },
    judge('resolution', shorterEdge, THRESHOLDS.shorterEdge),
    judgeFileSize(facts.bytes, kind),
    judgeExposure(facts, expected.lighting),
  ]
  if (expected.sharpness) {
    findings.push(judgeSharpness(facts.sharpness))
  }
  if (expected.colour) {
    findings.push(judge('colour', facts.colourPercent, THRESHOLDS.colourPercent))
  }
  if (expected.missingSeal !== null) {
    findings.push(judgeSeal(facts.seal, expected.missingSeal))
  }
  if (expected.clothing) {
    const { redPercent, bluePercent, region } = facts.clothing
    findings.push({
      ...judge('clothing-colour', Math.max(redPercent, bluePercent), THRESHOLDS.clothingPercent),
      region,
    })
  }
  return findings
}

/** Whether light or size have spoilt a picture, so that its strokes and rows tell nothing. */
export function isSpoilt(findings: readonly Judgement[]): boolean {
  return findings.some(
    ({ check, verdict }) => verdict === 'fail' && (check === 'exposure' || check === 'resolution'),
  )
}

/** Findings on a PDF document as a whole; `activeContent` null: what is in it could not be looked through. */
export function judgePdf(facts: {
  readonly pages: number
  readonly activeContent: number | null
}): readonly Judgement[] {
  const { fail, unit } = THRESHOLDS.activeContent
  return [
    judge('pages', facts.pages, THRESHOLDS.pages),
    facts.activeContent === null
      ? { check: 'active-content', verdict: 'unsure', value: null, threshold: fail, unit }
      : judge('active-content', facts.activeContent, THRESHOLDS.activeContent),
  ]
}

/** Findings on a file that is no picture, or is damaged: that it is, and how large the file is. */
export function judgeUndecodable(bytes: number, kind: DocumentKind): readonly Judgement[] {
  return [
    { check: 'decodable', verdict: 'fail', value: null, threshold: null, unit: '' },
    judgeFileSize(bytes, kind),
  ]
}

function judgeFileSize(bytes: number, kind: DocumentKind): Judgement {
  return judge('file-size', bytes, kind === 'backdrop-photo' ? THRESHOLDS.photoBytes : THRESHOLDS.fileBytes)
}

/** Too little light and too much of it are one check: what is wrong, or else how bright the paper is, is the finding. */
function judgeExposure(facts: PictureFacts, isPrint: boolean): Judgement {
  const dark = judge('exposure', facts.brightLuma, THRESHOLDS.brightLuma)
  const clipped = judge('exposure', facts.clippedPercent, THRESHOLDS.clippedPercent)
  if (clipped.verdict !== 'pass') {
    return clipped
  }
  const isPaperClipped = judge('exposure', facts.clippedPercent, THRESHOLDS.clippedPaper).verdict !== 'pass'
  const greyed = judge('exposure', facts.darkLuma, THRESHOLDS.darkLuma)
  return isPrint && isPaperClipped && greyed.verdict !== 'pass' ? greyed : dark
}

function judgeSharpness(sharpness: number | null): Judgement {
  if (sharpness === null) {
    const { fail, unit } = THRESHOLDS.sharpness
    return { check: 'sharpness', verdict: 'unsure', value: null, threshold: fail, unit }
  }
  return judge('sharpness', sharpness, THRESHOLDS.sharpness)
}

function judgeSeal(seal: PictureFacts['seal'], missing: 'fail' | 'unsure'): Judgement {
  const judged = judge('red-seal', seal.areaPercent, THRESHOLDS.sealPercent)
  const verdict = judged.verdict === 'fail' ? missing : judged.verdict
  return { ...judged, verdict, ...(seal.region ? { region: seal.region } : {}) }
}
