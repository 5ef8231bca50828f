import { describe, expect, it } from 'vitest'
import { sniffDocument } from '../../../shared/imaging/sniffDocument'
import { assemblePdf, pdfDocument } from '../../helpers/pdfDocuments'
import { bmpPicture } from '../../helpers/formatPictures'

const SOUND = pdfDocument()
const PDF = { ok: true, mediaType: 'application/pdf' }

describe('PDF documents by their own bytes', () => {
  it('are taken when mark, end and newest trailer hold', () => {
    expect(sniffDocument(SOUND)).toEqual(PDF)
  })

  it('are taken with an update behind them, as programs that sign write', () => {
    const text = SOUND.toString('latin1')
    const place = /startxref\n(\d+)/.exec(text)?.[1] ?? ''
    const update = `xref\n0 0\ntrailer\n<</Root 1 0 R/Size 12/Prev ${place}>>\nstartxref\n${String(SOUND.length)}\n%%EOF`
    expect(sniffDocument(Buffer.concat([SOUND, Buffer.from(update)]))).toEqual(PDF)
  })

  it('are taken with a stream of references in place of a table', () => {
    const body = '%PDF-1.7\n1 0 obj\n<</Type/XRef/Root 2 0 R/W[1 1 1]/Length 0>>stream\nendstream\nendobj\n'
    expect(sniffDocument(Buffer.from(`${body}startxref\n9\n%%EOF\n`))).toEqual(PDF)
  })

  it.each([
    ['/Encrypt 9 0 R'],
    ['/Encrypt<</Filter/Standard>>'],
    // The same name with a letter as a number.
    ['/#45ncrypt 9 0 R'],
  ])('are refused as encrypted: %s', (entry) => {
    expect(sniffDocument(pdfDocument({ trailer: entry }))).toEqual({ ok: false, problem: 'encrypted' })
  })

  it('are not encrypted by a word in their text', () => {
    const other = '<</Title(/Encrypt is a word)>>'
    expect(sniffDocument(pdfDocument({ others: [other], trailer: '/EncryptMetadata false' }))).toEqual(PDF)
  })

  it.each([
    ['nothing behind the mark', Buffer.from('%PDF-1.7')],
    ['cut off', SOUND.subarray(0, SOUND.length - 40)],
    ['half of it', SOUND.subarray(0, SOUND.length / 2)],
    ['a place behind the end', Buffer.from('%PDF-1.7\nstartxref\n999999\n%%EOF')],
    ['a place where no table is', Buffer.from('%PDF-1.7\nstartxref\n2\n%%EOF')],
    [
      'a trailer without a catalog',
      Buffer.from('%PDF-1.7\nxref\n0 0\ntrailer\n<</Size 1>>\nstartxref\n9\n%%EOF'),
    ],
    ['another file of a kilobyte behind the end', Buffer.concat([SOUND, Buffer.alloc(3000, 'PK')])],
  ])('are refused as damaged: %s', (_, bytes) => {
    expect(sniffDocument(bytes)).toEqual({ ok: false, problem: 'damaged' })
  })

  it('are refused by name behind other bytes, where readers still find them', () => {
    expect(sniffDocument(Buffer.concat([Buffer.from('MZ junk\n'), SOUND]))).toEqual({
      ok: false,
      problem: 'refused-format',
      format: 'PDF behind other bytes',
    })
  })

  it('leave pictures to be told as ever', () => {
    expect(sniffDocument(bmpPicture({ bits: 24 }))).toMatchObject({ ok: true, mediaType: 'image/bmp' })
    expect(sniffDocument(assemblePdf([]).subarray(5))).toEqual({ ok: false, problem: 'unknown-format' })
  })
})
