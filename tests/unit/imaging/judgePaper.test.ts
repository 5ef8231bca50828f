import { describe, expect, it } from 'vitest'
import { DOCUMENT_KINDS } from '../../../shared/domain/documentKinds'
import { expectedChecks } from '../../../shared/imaging/expectedChecks'
import { findingSchema } from '../../../shared/imaging/findings'
import { judgePaper, type PaperFacts } from '../../../shared/imaging/judgePaper'
import { layoutOf } from '../../../shared/imaging/layouts'

const region = { x: 0.1, y: 0.5, width: 0.2, height: 0.2 }
const good: PaperFacts = {
  width: 1600,
  height: 1000,
  contrastPercent: 85,
  glare: { percent: 0, region: null },
  turn: 0,
  skew: -1.5,
  cut: { sides: 0, region: null },
  paper: { percent: 60, region },
  barPercent: 0,
  gridDecibels: 5,
  traces: { tool: null, hasEditorBlock: false, saysScreenshot: false },
  sealShape: { outline: 3, away: 0, region },
  signature: { strokes: 3, region },
  backdrop: { groundPercent: 60, clothPercent: 99, region },
}
const everything = {
  ...expectedChecks('verification-form', 'page', 'organization'),
  card: true,
  backdrop: true,
}

function findingOf(check: string, facts: Partial<PaperFacts>, expected = everything) {
  return judgePaper({ ...good, ...facts }, expected).find((finding) => finding.check === check)
}

describe('judgePaper', () => {
  it('passes a good picture in every check', () => {
    const findings = judgePaper(good, everything)
    expect(findings.filter(({ verdict }) => verdict !== 'pass')).toEqual([])
    expect(findings.map(({ check }) => check).sort()).toEqual([
      'aspect',
      'backdrop-colour',
      'backdrop-uniform',
      'card-fill',
      'contrast',
      'cropped-edges',
      'edited',
      'glare',
      'orientation',
      'screen-photo',
      'screenshot',
      'seal-place',
      'seal-shape',
      'signature',
      'skew',
    ])
  })

  it.each<[string, Partial<PaperFacts>, string]>([
    ['aspect', { width: 2400 }, 'pass'],
    ['aspect', { width: 2401 }, 'unsure'],
    ['aspect', { height: 5200 }, 'fail'],
    ['glare', { glare: { percent: 0.25, region } }, 'pass'],
    ['glare', { glare: { percent: 0.26, region } }, 'unsure'],
    ['glare', { glare: { percent: 0.61, region } }, 'fail'],
    ['contrast', { contrastPercent: 54 }, 'pass'],
    ['contrast', { contrastPercent: 53.9 }, 'unsure'],
    ['contrast', { contrastPercent: 47.9 }, 'fail'],
    ['contrast', { contrastPercent: null }, 'unsure'],
    ['orientation', { turn: 90 }, 'unsure'],
    ['orientation', { turn: 180 }, 'unsure'],
    ['skew', { skew: -8 }, 'pass'],
    ['skew', { skew: -8.1 }, 'unsure'],
    ['skew', { skew: 10.1 }, 'unsure'],
    ['cropped-edges', { cut: { sides: 1, region } }, 'unsure'],
    ['card-fill', { paper: { percent: 24.9, region } }, 'unsure'],
    ['card-fill', { paper: { percent: 17.9, region } }, 'unsure'],
    ['screenshot', { barPercent: 3 }, 'pass'],
    ['screenshot', { barPercent: 3.1 }, 'unsure'],
    ['screenshot', { barPercent: 6.1 }, 'unsure'],
    ['screenshot', { traces: { ...good.traces, saysScreenshot: true } }, 'fail'],
    ['screen-photo', { gridDecibels: 15.6 }, 'unsure'],
    ['screen-photo', { gridDecibels: 20.1 }, 'unsure'],
    ['edited', { traces: { ...good.traces, hasEditorBlock: true } }, 'unsure'],
    ['edited', { traces: { ...good.traces, tool: 'gimp' } }, 'fail'],
    ['seal-shape', { sealShape: { outline: 16.6, away: 0, region } }, 'unsure'],
    ['seal-shape', { sealShape: { outline: 19.1, away: 0, region } }, 'unsure'],
    ['seal-place', { sealShape: { outline: 3, away: 0.6, region } }, 'unsure'],
    ['seal-place', { sealShape: { outline: 3, away: 4.1, region } }, 'fail'],
    ['signature', { signature: { strokes: 1.4, region } }, 'unsure'],
    ['signature', { signature: { strokes: 1.3, region } }, 'fail'],
    ['backdrop-uniform', { backdrop: { groundPercent: 29, clothPercent: 99, region } }, 'fail'],
    ['backdrop-colour', { backdrop: { groundPercent: 60, clothPercent: 90, region } }, 'unsure'],
    ['backdrop-colour', { backdrop: { groundPercent: 60, clothPercent: 84, region } }, 'fail'],
  ])('judges %s of %o as %s', (check, facts, verdict) => {
    expect(findingOf(check, facts)?.verdict).toBe(verdict)
  })

  it('says what a finding rests on by a closed list', () => {
    const named = { ...good.traces, tool: 'meitu', hasEditorBlock: true } as const
    expect(findingOf('edited', { traces: named })?.note).toBe('meitu')
    expect(findingOf('edited', { traces: { ...named, tool: null } })?.note).toBe('editor-block')
    expect(findingOf('edited', {})?.note).toBeUndefined()
    expect(findingOf('screenshot', { barPercent: 40 })?.note).toBe('drawn-surface')
    expect(findingOf('cropped-edges', { paper: null })?.note).toBe('no-edges-found')
  })

  it('shows where glare, cut edge, seal and signature are, and no place for what is missing', () => {
    expect(findingOf('glare', { glare: { percent: 2, region } })?.region).toEqual(region)
    expect(findingOf('cropped-edges', { cut: { sides: 1, region } })?.region).toEqual(region)
    expect(findingOf('signature', {})?.region).toEqual(region)
    expect(findingOf('signature', { signature: { strokes: 1, region } })?.region).toBeUndefined()
  })

  it('says nothing of the way up or the slope where nothing tells it', () => {
    expect(findingOf('orientation', { turn: null })).toBeUndefined()
    expect(findingOf('skew', { skew: null })).toBeUndefined()
  })

  it('says nothing that goes by strokes of a picture whose light or size is wrong by itself', () => {
    const told = judgePaper(good, everything, true).map(({ check }) => check)
    for (const check of ['orientation', 'skew', 'screenshot', 'seal-shape', 'seal-place'] as const) {
      expect(told).not.toContain(check)
    }
    expect(told).toEqual(expect.arrayContaining(['aspect', 'edited', 'cropped-edges', 'screen-photo']))
    const named = { ...good, traces: { ...good.traces, saysScreenshot: true } }
    expect(judgePaper(named, everything, true)).toContainEqual(
      expect.objectContaining({ check: 'screenshot', verdict: 'fail' }),
    )
  })

  it('says nothing of the shape of a seal that stands where none belongs', () => {
    const astray = { sealShape: { outline: 30, away: 12, region } }
    expect(findingOf('seal-shape', astray)).toBeUndefined()
    expect(findingOf('seal-place', astray)?.verdict).toBe('fail')
    expect(findingOf('seal-shape', astray, { ...everything, sealPlace: false })?.verdict).toBe('unsure')
  })

  it('says nothing of marks that are not there', () => {
    const checks = judgePaper({ ...good, sealShape: null, signature: null, gridDecibels: null }, everything)
    expect(checks.map(({ check }) => check)).not.toEqual(
      expect.arrayContaining(['seal-shape', 'seal-place', 'signature', 'screen-photo']),
    )
  })

  it('answers in the shape of findings', () => {
    for (const finding of judgePaper(good, everything)) {
      expect(findingSchema.safeParse({ documentId: 'one', ...finding }).success).toBe(true)
    }
  })
})

describe('what is expected beyond light and colour', () => {
  it.each(DOCUMENT_KINDS)('%s', (kind) => {
    const expected = expectedChecks(kind, 'page', 'organization')
    const isScene = ['backdrop-photo', 'handheld-certificate', 'app-evidence', 'domain-realname-screenshot']
    expect(expected.lying).toBe(!isScene.includes(kind))
    expect(expected.lighting).toBe(expected.lying)
    expect(expected.original).toBe(!['app-evidence', 'domain-realname-screenshot'].includes(kind))
    expect(expected.backdrop).toBe(kind === 'backdrop-photo')
    expect(expected.card).toBe(layoutOf(kind, 'page').isCard)
    expect(expected.signature).toBe(layoutOf(kind, 'page').signatureBox !== null)
  })

  it('looks for the applicant’s signature below that of the verifier', () => {
    expect(layoutOf('verification-form', 'page').signatureBox?.top).toBeGreaterThan(0.77)
  })
})
