import { describe, expect, it } from 'vitest'
import { textAt } from './textAt'
import type { DocumentFace, DocumentKind } from '../../../shared/domain/documentKinds'
import { readFields } from '../../../shared/reading/readFields'
import type { TextLine } from '../../../shared/reading/textLine'

/** ICAO Doc 9303 part 4, second line of the specimen: the number and its check digit 6 stand first. */
const MACHINE_LINE = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'

const PASSPORT: readonly TextLine[] = [
  textAt('Passport No.', 600, 100),
  textAt('L898902c3', 610, 130, { confidence: 0.9 }),
  textAt('Surname', 300, 100),
  textAt('MUESTRA', 305, 130, { confidence: 0.8 }),
  textAt('Given names', 300, 180),
  textAt('LUISA ANNA', 301, 210, { confidence: 0.7 }),
  textAt('Date of birth', 300, 260),
  textAt('1974.08.12', 300, 290),
  textAt('Date of issue', 300, 340),
  textAt('2002-04-16', 300, 370),
  textAt('Date of expiry', 600, 340),
  textAt('2012年4月15日', 600, 372),
  textAt(MACHINE_LINE, 100, 800),
]

const PERMIT: readonly TextLine[] = [
  textAt('姓名', 300, 100),
  textAt('陈样例', 302, 135),
  textAt('出生日期', 300, 180),
  textAt('1988.01.02', 300, 212),
  textAt('有效期限', 300, 260),
  textAt('2020.03.04-2030.03.03', 300, 292),
  textAt('签发机关', 300, 340),
  textAt('公安部出入境管理局', 298, 372),
  textAt('H12345678', 700, 60),
]

function said(
  kind: DocumentKind,
  face: DocumentFace,
  lines: readonly TextLine[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readFields(kind, face, lines, 1).map(({ field, value, proof }) => [field, `${value} ${proof}`]),
  )
}

/** The same paper on which something else is written in the place of one line. */
function instead(lines: readonly TextLine[], text: string, other: string): readonly TextLine[] {
  return lines.map((line) => (line.text === text ? { ...line, text: other } : line))
}

function without(lines: readonly TextLine[], text: string): readonly TextLine[] {
  return lines.filter((line) => !line.text.startsWith(text))
}

const MISREAD_LINE = MACHINE_LINE.replace('C36', 'C37')
const UNPRINTED = without(PASSPORT, 'L898902c3')

describe('a passport', () => {
  const whole = {
    name: 'MUESTRA LUISA ANNA none',
    'birth-date': '1974-08-12 form',
    'valid-from': '2002-04-16 form',
    'valid-to': '2012-04-15 form',
    number: 'L898902C3 check-digit',
  }

  it('is read under its labels; the machine-readable line confirms the number', () => {
    expect(said('passport', 'face', PASSPORT)).toEqual(whole)
  })

  it('says of each value where it stands and how sure it is', () => {
    const fields = readFields('passport', 'face', PASSPORT, 1)
    const cornersOf = (text: string) => PASSPORT.find((line) => line.text === text)?.corners
    expect(fields.find(({ field }) => field === 'name')).toMatchObject({
      confidence: 0.7,
      places: [cornersOf('MUESTRA'), cornersOf('LUISA ANNA')],
    })
    expect(fields.find(({ field }) => field === 'number')).toMatchObject({
      confidence: 0.9,
      places: [cornersOf('L898902c3')],
    })
    expect(fields.find(({ field }) => field === 'valid-to')?.places).toEqual([cornersOf('2012年4月15日')])
  })

  it.each<[string, readonly TextLine[], string | undefined]>([
    ['denied by the line', instead(PASSPORT, 'L898902c3', 'L898902C8'), 'L898902C8 wrong-check-digit'],
    ['without the line', without(PASSPORT, MACHINE_LINE), 'L898902C3 form'],
    ['of no form', instead(without(PASSPORT, MACHINE_LINE), 'L898902c3', 'LLL'), 'LLL doubtful'],
    ['from the line alone', UNPRINTED, 'L898902C3 check-digit'],
    ['from a line of a wrong check digit', instead(UNPRINTED, MACHINE_LINE, MISREAD_LINE), undefined],
    ['from a line that begins otherwise', instead(UNPRINTED, MACHINE_LINE, `AB${MACHINE_LINE}`), undefined],
    ['from a line that was torn off', instead(UNPRINTED, MACHINE_LINE, MACHINE_LINE.slice(0, 12)), undefined],
    ['from nothing', without(UNPRINTED, MACHINE_LINE), undefined],
  ])('has its number %s', (_, lines, number) => {
    expect(said('passport', 'face', lines)['number']).toBe(number)
  })

  it('looks at every line for the machine-readable one', () => {
    const lines = [textAt(MISREAD_LINE, 100, 760), ...UNPRINTED]
    expect(said('passport', 'face', lines)['number']).toBe('L898902C3 check-digit')
  })

  it.each(['MUESTRA', 'LUISA ANNA', 'Surname', 'Given names'])('has no name without %s', (text) => {
    const apart = [
      textAt('Surname', 300, 100),
      textAt('MUESTRA', 305, 130),
      textAt('Given names', 300, 600),
      textAt('LUISA ANNA', 301, 630),
    ]
    expect(said('passport', 'face', apart)['name']).toBe('MUESTRA LUISA ANNA none')
    expect(said('passport', 'face', without(apart, text))).toEqual({})
  })

  it('has a doubtful date where none can be read, and none where nothing stands', () => {
    const unread = PASSPORT.map((line) => (line.text === '1974.08.12' ? textAt('1974.08', 300, 290) : line))
    expect(said('passport', 'face', unread)['birth-date']).toBe('1974.08 doubtful')
    expect(said('passport', 'face', [textAt('Date of birth', 300, 260)])).toEqual({})
    expect(said('passport', 'face', without(PASSPORT, 'Date of issue'))['valid-from']).toBeUndefined()
  })

  it.each<[string, number, number, boolean]>([
    ['a little to the side', 334, 290, true],
    ['too far to the side', 340, 290, false],
    ['too far to the other side', 262, 290, false],
    ['beside its label', 300, 266, false],
    ['close below', 300, 274, true],
    ['far below', 300, 338, true],
    ['too far below', 300, 344, false],
    ['above', 300, 232, false],
  ])('knows which value is whose by its place: one that stands %s', (_, left, top, isTaken) => {
    const lines = [textAt('Date of birth', 300, 260), textAt('1974.08.12', left, top)]
    expect(said('passport', 'face', lines)['birth-date']).toBe(isTaken ? '1974-08-12 form' : undefined)
  })

  it('never takes the next label for a value that could not be read', () => {
    const unread = without(without(PASSPORT, 'MUESTRA'), '1974.08.12')
    const fields = said('passport', 'face', unread)
    expect(fields['name']).toBeUndefined()
    expect(fields['birth-date']).toBeUndefined()
    expect(fields['valid-from']).toBe('2002-04-16 form')
    expect(said('passport', 'face', instead(PASSPORT, 'MUESTRA', 'SEXTON'))['name']).toBe(
      'SEXTON LUISA ANNA none',
    )
    const permit = without(PERMIT, '陈样例')
    expect(
      said('hk-macao-permit', 'face', instead(permit, '出生日期', '出生日期/Date of Birth'))['name'],
    ).toBeUndefined()
    expect(said('hk-macao-permit', 'face', permit)['name']).toBeUndefined()
  })

  it('takes the nearest of two values below a label', () => {
    const lines = [
      textAt('1999.09.09', 300, 320),
      textAt('Date of birth', 300, 260),
      textAt('1974.08.12', 300, 290),
    ]
    expect(said('passport', 'face', lines)['birth-date']).toBe('1974-08-12 form')
  })

  it('is read on the page with the face only', () => {
    expect(said('passport', 'page', PASSPORT)).toEqual({})
    expect(said('passport', 'back', PASSPORT)).toEqual({})
  })
})

describe('a travel permit', () => {
  it('is read under its labels; the number stands by itself', () => {
    expect(said('hk-macao-permit', 'face', PERMIT)).toEqual({
      name: '陈样例 none',
      'birth-date': '1988-01-02 form',
      'valid-from': '2020-03-04 form',
      'valid-to': '2030-03-03 form',
      issuer: '公安部出入境管理局 none',
      number: 'H12345678 form',
    })
  })

  it.each<[DocumentKind, string, boolean]>([
    ['hk-macao-permit', 'H12345678', true],
    ['hk-macao-permit', 'M1234567801', true],
    ['hk-macao-permit', 'H123456789', false],
    ['hk-macao-permit', 'A12345678', false],
    ['hk-macao-permit', 'NoH12345678', false],
    ['hk-macao-permit', '12345678', false],
    ['taiwan-permit', '12345678', true],
    ['taiwan-permit', '123456789', false],
    ['taiwan-permit', 'A12345678', false],
    ['taiwan-permit', 'H12345678', false],
  ])('%s: %s is its number: %s', (kind, number, isNumber) => {
    const expected = isNumber ? { number: `${number} form` } : {}
    expect(said(kind, 'back', [textAt('其他', 100, 100), textAt(number, 700, 60)])).toEqual(expected)
  })

  it('has nothing but the number on its back', () => {
    expect(said('hk-macao-permit', 'back', PERMIT)).toEqual({ number: 'H12345678 form' })
    expect(said('taiwan-permit', 'back', PERMIT)).toEqual({})
  })

  it.each(['姓名', '出生日期', '有效期限', '签发机关'])('leaves out what has no label: %s', (label) => {
    const all = Object.keys(said('hk-macao-permit', 'face', PERMIT))
    const gone = {
      姓名: ['name'],
      出生日期: ['birth-date'],
      有效期限: ['valid-from', 'valid-to'],
      签发机关: ['issuer'],
    }
    expect(Object.keys(said('hk-macao-permit', 'face', without(PERMIT, label)))).toEqual(
      all.filter(
        (name) => !Object.entries(gone).some(([own, names]) => own === label && names.includes(name)),
      ),
    )
  })

  it('says how legible its words are: a name sooner doubtful than an authority', () => {
    const dim = (text: string, least: number, left: number, top: number) => [
      ...without(PERMIT, text),
      textAt(text, left, top, { least }),
    ]
    expect(said('hk-macao-permit', 'face', dim('陈样例', 0.8, 302, 135))['name']).toBe('陈样例 doubtful')
    const authority = '公安部出入境管理局'
    expect(said('hk-macao-permit', 'face', dim(authority, 0.8, 298, 372))['issuer']).toBe(`${authority} none`)
    expect(said('hk-macao-permit', 'face', dim(authority, 0.5, 298, 372))['issuer']).toBe(
      `${authority} doubtful`,
    )
    const stained = PERMIT.map((line) => (line.text === '陈样例' ? textAt('陈\uFFFD例', 302, 135) : line))
    expect(said('hk-macao-permit', 'face', stained)['name']).toBe('陈\uFFFD例 incomplete')
  })

  it('is not read beside its labels', () => {
    expect(said('hk-macao-permit', 'face', [textAt('姓名', 300, 100), textAt('陈样例', 380, 100)])).toEqual(
      {},
    )
  })
})
