import { describe, expect, it } from 'vitest'
import { DOCUMENT_KINDS } from '../../../shared/domain/documentKinds'
import { expectedChecks } from '../../../shared/imaging/expectedChecks'
import { findingSchema } from '../../../shared/imaging/findings'
import {
  isSpoilt,
  judgePicture,
  judgeUndecodable,
  type PictureFacts,
} from '../../../shared/imaging/judgePicture'
import { THRESHOLDS } from '../../../shared/imaging/thresholds'

const region = { x: 0.1, y: 0.5, width: 0.2, height: 0.2 }
const good: PictureFacts = {
  width: 1600,
  height: 1000,
  bytes: 300_000,
  sharpness: 2,
  brightLuma: 230,
  darkLuma: 30,
  clippedPercent: 5,
  colourPercent: 4,
  seal: { areaPercent: 3, region },
  clothing: { redPercent: 0, bluePercent: 1, region },
}
const everything = {
  ...expectedChecks('supplementary', 'page', null),
  sharpness: true,
  colour: true,
  missingSeal: 'fail',
  clothing: true,
} as const

function verdictOf(
  check: string,
  facts: Partial<PictureFacts>,
  expected: Parameters<typeof judgePicture>[2] = everything,
): string | undefined {
  const findings = judgePicture({ ...good, ...facts }, 'backdrop-photo', expected)
  return findings.find((finding) => finding.check === check)?.verdict
}

describe('judgePicture', () => {
  it('passes a good picture in every check', () => {
    const findings = judgePicture(good, 'business-licence', everything)
    expect(findings.map(({ verdict }) => verdict)).toEqual(findings.map(() => 'pass'))
    expect(findings).toHaveLength(8)
  })

  it.each([
    ['resolution', { width: 400 }, 'unsure'],
    ['resolution', { width: 399 }, 'fail'],
    ['resolution', { height: 600 }, 'pass'],
    ['resolution', { height: 599 }, 'unsure'],
    ['file-size', { bytes: 2 * 1024 * 1024 }, 'pass'],
    ['file-size', { bytes: 2 * 1024 * 1024 + 1 }, 'fail'],
    ['sharpness', { sharpness: 0.6 }, 'pass'],
    ['sharpness', { sharpness: 0.5999 }, 'unsure'],
    ['sharpness', { sharpness: 0.4 }, 'unsure'],
    ['sharpness', { sharpness: 0.3999 }, 'fail'],
    ['sharpness', { sharpness: null }, 'unsure'],
    ['exposure', { brightLuma: 105 }, 'pass'],
    ['exposure', { brightLuma: 104 }, 'unsure'],
    ['exposure', { brightLuma: 79 }, 'fail'],
    ['exposure', { clippedPercent: 97.1 }, 'unsure'],
    ['exposure', { clippedPercent: 99.1 }, 'fail'],
    ['exposure', { clippedPercent: 8.1, darkLuma: 113 }, 'pass'],
    ['exposure', { clippedPercent: 8.1, darkLuma: 114 }, 'unsure'],
    ['exposure', { clippedPercent: 8.1, darkLuma: 119 }, 'fail'],
    ['exposure', { clippedPercent: 8, darkLuma: 200 }, 'pass'],
    ['colour', { colourPercent: 0.19 }, 'unsure'],
    ['colour', { colourPercent: 0.09 }, 'fail'],
    ['red-seal', { seal: { areaPercent: 0.59, region } }, 'unsure'],
    ['red-seal', { seal: { areaPercent: 0, region: null } }, 'fail'],
    ['clothing-colour', { clothing: { redPercent: 15.1, bluePercent: 0, region } }, 'unsure'],
    ['clothing-colour', { clothing: { redPercent: 0, bluePercent: 35.1, region } }, 'fail'],
    ['clothing-colour', { clothing: { redPercent: 15, bluePercent: 15, region } }, 'pass'],
  ])('judges %s of %o as %s', (check, facts, verdict) => {
    expect(verdictOf(check, facts)).toBe(verdict)
  })

  it.each([
    ['business-licence', 4 * 1024 * 1024, 'pass'],
    ['business-licence', 4 * 1024 * 1024 + 1, 'fail'],
    ['backdrop-photo', 2 * 1024 * 1024 + 1, 'fail'],
  ] as const)('allows %s %i bytes: %s', (kind, size, verdict) => {
    const fileSize = judgePicture({ ...good, bytes: size }, kind, everything).find(
      ({ check }) => check === 'file-size',
    )
    expect(fileSize?.verdict).toBe(verdict)
  })

  it('shows where the seal and the clothes are', () => {
    const findings = judgePicture(good, 'backdrop-photo', everything)
    const found = findings.filter((finding) => 'region' in finding)
    expect(found.map(({ check, region: place }) => [check, place])).toEqual([
      ['red-seal', region],
      ['clothing-colour', region],
    ])
    const without = { ...good, seal: { areaPercent: 0, region: null } }
    const missing = judgePicture(without, 'backdrop-photo', everything).find(
      ({ check }) => check === 'red-seal',
    )
    expect(missing).toEqual({
      check: 'red-seal',
      verdict: 'fail',
      value: 0,
      threshold: THRESHOLDS.sealPercent.fail,
      unit: '%',
    })
  })

  it('names value, bound and unit, and none where there is nothing to measure', () => {
    const [decodable, resolution] = judgePicture(good, 'passport', everything)
    expect(decodable).toEqual({ check: 'decodable', verdict: 'pass', value: null, threshold: null, unit: '' })
    expect(resolution).toEqual({
      check: 'resolution',
      verdict: 'pass',
      value: 1000,
      threshold: THRESHOLDS.shorterEdge.fail,
      unit: 'px',
    })
    expect(judgeUndecodable(9, 'passport')).toEqual([
      { check: 'decodable', verdict: 'fail', value: null, threshold: null, unit: '' },
      { check: 'file-size', verdict: 'pass', value: 9, threshold: THRESHOLDS.fileBytes.fail, unit: 'B' },
    ])
  })

  it('names the bound that decided', () => {
    const findings = judgePicture({ ...good, sharpness: 0.5 }, 'business-licence', everything)
    const finding = findings.find(({ check }) => check === 'sharpness')
    expect(finding).toMatchObject({ value: 0.5, threshold: THRESHOLDS.sharpness.unsure })
  })

  it('only doubts a missing seal where nobody is bound to seal', () => {
    const expected = { ...everything, missingSeal: 'unsure' } as const
    expect(verdictOf('red-seal', { seal: { areaPercent: 0, region: null } }, expected)).toBe('unsure')
  })

  it('measures only what is expected', () => {
    const expected = { ...everything, sharpness: false, colour: false, missingSeal: null, clothing: false }
    const checks = judgePicture(good, 'supplementary', expected).map(({ check }) => check)
    expect(checks).toEqual(['decodable', 'resolution', 'file-size', 'exposure'])
  })

  it('answers in the shape of findings', () => {
    for (const finding of [
      ...judgePicture(good, 'passport', everything),
      ...judgeUndecodable(9, 'passport'),
    ]) {
      expect(findingSchema.safeParse({ documentId: 'one', ...finding }).success).toBe(true)
    }
  })
})

describe('expectedChecks', () => {
  it('expects a seal of statements by what is known of the applicant', () => {
    const missing = (entityKind: 'individual' | 'organization' | null): unknown =>
      expectedChecks('filing-commitment', 'page', entityKind).missingSeal
    expect([missing('organization'), missing('individual'), missing(null)]).toEqual(['fail', null, 'unsure'])
  })

  it('expects the authority’s seal on a licence whoever the applicant is', () => {
    expect(expectedChecks('business-licence', 'face', 'individual').missingSeal).toBe('fail')
  })

  it('looks at clothes on the backdrop photo alone', () => {
    const kinds = DOCUMENT_KINDS.filter((kind) => expectedChecks(kind, 'face', null).clothing)
    expect(kinds).toEqual(['backdrop-photo'])
  })

  it('accepts a screenshot without colours of its own', () => {
    expect(expectedChecks('domain-realname-screenshot', 'page', null).colour).toBe(false)
  })
})

describe('THRESHOLDS', () => {
  it('doubts no later than it fails, and says why', () => {
    for (const { fail, unsure, worse, reason } of Object.values(THRESHOLDS)) {
      expect(worse === 'below' ? unsure >= fail : unsure <= fail).toBe(true)
      expect(reason.length).toBeGreaterThan(20)
    }
  })

  it.each([
    ['a good one', {}, false],
    ['too little light', { brightLuma: 79 }, true],
    ['little light', { brightLuma: 104 }, false],
    ['too much light', { clippedPercent: 8.1, darkLuma: 119 }, true],
    ['too few pixels', { width: 399 }, true],
    ['few pixels', { width: 401 }, false],
    ['blurred', { sharpness: 0.1 }, false],
  ])('says of %s whether light or size have spoilt it', (_, facts, spoilt) => {
    expect(isSpoilt(judgePicture({ ...good, ...facts }, 'supplementary', everything))).toBe(spoilt)
  })
})
