import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readDossierFonts } from '../../../electron/media/pdf/dossierFonts'
import { TextMeasure } from '../../../electron/media/pdf/textMeasure'
import { wrapText } from '../../../electron/media/pdf/wrapText'

const STYLE = { size: 10, weight: 'regular' } as const
let measure: TextMeasure

beforeAll(async () => {
  measure = new TextMeasure((await readDossierFonts()).faces)
})

const squeezed = (text: string): string => text.replace(/ +/g, ' ').trim()
const wrap = (text: string, width: number): readonly string[] => wrapText(text, width, STYLE, measure)

describe('wrapText', () => {
  it('breaks Chinese between any two characters', () => {
    expect(wrap('主办单位名称', 30)).toEqual(['主办单', '位名称'])
  })

  it('never begins a line with a closing sign or ends it with an opening one', () => {
    expect(wrap('主办单位，名称', 40)).toEqual(['主办单', '位，名称'])
    expect(wrap('主办单（位名）', 40)).toEqual(['主办单', '（位名）'])
  })

  it('keeps numbers, dates and latin words whole', () => {
    expect(wrap('有效期至2026-11-21止', 70)).toEqual(['有效期至', '2026-11-21止'])
    expect(wrap('金额12,345.67元', 62)).toEqual(['金额', '12,345.67元'])
  })

  it('breaks a word only when it is wider than the line', () => {
    const lines = wrap('a'.repeat(60), 50)
    expect(lines.length).toBeGreaterThan(3)
    expect(lines.join('')).toBe('a'.repeat(60))
  })

  it('keeps line breaks and gives an empty text one empty line', () => {
    expect(wrap('一\n\n二', 100)).toEqual(['一 ', ' ', '二'])
    expect(wrap('', 100)).toEqual([''])
  })

  it('leaves a space at the end of a line where one was, so that words stay apart', () => {
    expect(wrap('Star River Network', 60)).toEqual(['Star River ', 'Network'])
  })

  it('loses nothing but repeated spaces at line ends, and stays within the width', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('备案网站服务提供者，。（）《》：abcXYZ0129.-/ %')),
      maxLength: 200,
    })
    fc.assert(
      fc.property(text, fc.integer({ min: 30, max: 200 }), (value, width) => {
        const lines = wrap(value, width)
        expect(squeezed(lines.join(''))).toBe(squeezed(value))
        for (const line of lines) {
          expect(measure.width(line.trimEnd(), 10, 'regular')).toBeLessThanOrEqual(width)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('leaves a thin gap between Chinese and latin', () => {
    const apart = measure.width('备', 10, 'regular') + measure.width('A', 10, 'regular')
    expect(measure.width('备A', 10, 'regular') - apart).toBeCloseTo(1.25)
    expect(measure.width('，A', 10, 'regular')).toBeCloseTo(
      measure.width('，', 10, 'regular') + measure.width('A', 10, 'regular'),
    )
  })
})
