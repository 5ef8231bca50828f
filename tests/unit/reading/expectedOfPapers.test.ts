import { describe, expect, it } from 'vitest'
import {
  DOCUMENT_FACES,
  DOCUMENT_KINDS,
  type DocumentFace,
  type DocumentKind,
} from '../../../shared/domain/documentKinds'
import {
  endsPaper,
  isReadable,
  isTravelPaper,
  mayHaveQrCode,
  paperLayout,
} from '../../../shared/reading/paperLayouts'
import { READ_FIELDS, type ReadField, type ReadFieldName } from '../../../shared/reading/readField'
import { mergeLooks, needsSecondLook } from '../../../shared/reading/secondLook'

function clear(field: ReadFieldName): ReadField {
  return { field, value: 'x', confidence: 1, proof: 'form', places: [] }
}

/** Fields without any of which the paper is looked at again. */
function expectedOf(kind: DocumentKind, face: DocumentFace): readonly string[] {
  return READ_FIELDS.filter((name) =>
    needsSecondLook(kind, face, READ_FIELDS.filter((field) => field !== name).map(clear)),
  )
}

describe('what every sound paper has', () => {
  it.each<[DocumentKind, DocumentFace, readonly string[]]>([
    ['resident-id', 'portrait', ['name', 'number']],
    ['resident-id', 'emblem', ['valid-to']],
    ['residence-permit', 'face', ['name', 'number']],
    ['residence-permit', 'back', ['valid-to']],
    ['passport', 'face', ['name', 'number', 'valid-to']],
    ['passport', 'page', []],
    ['hk-macao-permit', 'face', ['name', 'number', 'valid-to']],
    ['hk-macao-permit', 'back', ['number']],
    ['taiwan-permit', 'face', ['name', 'number', 'valid-to']],
    ['taiwan-permit', 'back', ['number']],
    ['business-licence', 'face', ['number', 'company']],
    ['business-licence', 'back', []],
    ['domain-certificate', 'page', ['valid-to', 'domain', 'registrant']],
    ['verification-form', 'page', ['name', 'domain']],
    ['filing-commitment', 'page', ['name', 'number']],
    ['authorization-letter', 'page', ['name', 'number']],
    ['responsibility-notice', 'page', []],
    ['authenticity-commitment', 'page', []],
    ['backdrop-photo', 'page', []],
  ])('%s, %s', (kind, face, names) => {
    expect(expectedOf(kind, face)).toEqual(names)
  })
})

describe('which pages are read at all', () => {
  it.each([
    ['resident-id', 'portrait', true],
    ['resident-id', 'emblem', true],
    ['resident-id', 'page', false],
    ['business-licence', 'face', true],
    ['business-licence', 'back', false],
    ['foreign-representative-office', 'page', true],
    ['domain-certificate', 'face', true],
    ['domain-certificate', 'back', false],
    ['verification-form', 'page', true],
    ['filing-commitment', 'page', true],
    ['passport', 'back', true],
    ['hk-macao-permit', 'face', true],
    ['taiwan-permit', 'face', true],
    ['backdrop-photo', 'page', false],
    ['resident-card', 'portrait', false],
    ['passport', 'left', false],
    ['', '', false],
  ])('%s, %s: %s', (kind, face, expected) => {
    expect(isReadable(kind, face)).toBe(expected)
  })

  it('are those with a layout by labels, statements and travel papers', () => {
    for (const kind of DOCUMENT_KINDS) {
      for (const face of DOCUMENT_FACES) {
        const hasLayout = paperLayout(kind, face) !== null
        expect(isReadable(kind, face) || !hasLayout, `${kind} ${face}`).toBe(true)
        expect(isTravelPaper(kind) && hasLayout, `${kind} ${face}`).toBe(false)
      }
    }
    expect(DOCUMENT_KINDS.filter(isTravelPaper)).toEqual(['passport', 'hk-macao-permit', 'taiwan-permit'])
    expect(DOCUMENT_KINDS.filter(mayHaveQrCode)).toHaveLength(10)
    expect(mayHaveQrCode('business-licence')).toBe(true)
    expect(mayHaveQrCode('resident-id')).toBe(false)
  })

  it('end with a proven number where that stands last', () => {
    expect(endsPaper('resident-id', 'portrait', '150100199502060337')).toBe(true)
    expect(endsPaper('resident-id', 'portrait', '150100199502060387')).toBe(false)
    expect(endsPaper('resident-id', 'emblem', '150100199502060337')).toBe(false)
    expect(endsPaper('business-licence', 'face', '150100199502060337')).toBe(false)
    expect(endsPaper('backdrop-photo', 'page', '150100199502060337')).toBe(false)
  })
})

describe('two looks at one value', () => {
  const read = (value: string, proof: ReadField['proof']): ReadField => ({ ...clear('name'), value, proof })

  it.each<[ReadField['proof'], ReadField['proof'], string, ReadField['proof']]>([
    ['check-digit', 'form', 'first', 'check-digit'],
    ['form', 'form', 'second', 'form'],
    ['none', 'form', 'second', 'form'],
    ['form', 'none', 'first', 'form'],
    ['none', 'none', 'second', 'doubtful'],
    ['none', 'doubtful', 'first', 'none'],
    ['doubtful', 'doubtful', 'second', 'doubtful'],
    ['incomplete', 'doubtful', 'second', 'doubtful'],
    ['wrong-check-digit', 'incomplete', 'second', 'incomplete'],
  ])('%s, then %s: the %s is taken', (first, second, value, proof) => {
    expect(mergeLooks([read('first', first)], [read('second', second)])).toEqual([read(value, proof)])
  })

  it('that agree on words stay as they are', () => {
    expect(mergeLooks([read('same', 'none')], [read('same', 'none')])).toEqual([read('same', 'none')])
  })
})
