import { describe, expect, it } from 'vitest'
import { judgePdf } from '../../../shared/imaging/judgePicture'
import { MOST_PAGES, pageOf } from '../../../shared/imaging/pdfPages'
import { pinSchema } from '../../../shared/review/pin'

const PIN = { number: 1, documentId: 'd01', x: 0.5, y: 0.5, note: '' }

describe('Findings on a PDF document as a whole', () => {
  it.each([
    [1, 'pass'],
    [30, 'pass'],
    [31, 'unsure'],
    [MOST_PAGES, 'unsure'],
    [MOST_PAGES + 1, 'fail'],
    [1_000_000, 'fail'],
  ])('of %i pages', (pages, verdict) => {
    expect(judgePdf({ pages, activeContent: 0 })[0]).toMatchObject({ check: 'pages', value: pages, verdict })
  })

  it.each([
    [0, 'pass', 0],
    [1, 'fail', 1],
    // What could not be looked through is for a person to see.
    [null, 'unsure', null],
  ])('with %s things that could act', (activeContent, verdict, value) => {
    expect(judgePdf({ pages: 1, activeContent })[1]).toMatchObject({
      check: 'active-content',
      verdict,
      value,
    })
  })
})

describe('The page of a pin', () => {
  it('is the first where nothing is said, as in pins that were set before there were pages', () => {
    expect(pageOf(pinSchema.parse(PIN))).toBe(1)
    expect(pinSchema.parse(PIN)).toEqual(PIN)
    expect(pageOf(pinSchema.parse({ ...PIN, page: 7 }))).toBe(7)
  })

  it.each([0, -1, 1.5, MOST_PAGES + 1, '2', null])('is never %s', (page) => {
    expect(pinSchema.safeParse({ ...PIN, page }).success).toBe(false)
  })
})
