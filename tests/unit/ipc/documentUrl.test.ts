import { describe, expect, it } from 'vitest'
import { EVENT_CHANNEL, IPC_CHANNEL } from '../../../shared/ipc/channels'
import { documentUrl, type DocumentVariant } from '../../../shared/ipc/documentUrl'

const REF = { caseId: '01936000-0000-7000-8000-000000000001', round: 2, documentId: 'd1' }
const CASE = `document://case/${REF.caseId}/2`

describe('the address of a document', () => {
  it.each<[DocumentVariant, number | undefined, string]>([
    ['original', undefined, 'original'],
    ['original', 1, 'original'],
    ['original', 2, 'original/2'],
    ['thumbnail', undefined, 'thumbnail'],
    ['thumbnail', 2, 'thumbnail'],
  ])('%s, page %s: …/%s', (variant, page, end) => {
    expect(documentUrl(REF, variant, page)).toBe(`${CASE}/d1/${end}`)
  })

  it('takes an id for a name, never for a path', () => {
    expect(documentUrl({ ...REF, documentId: '../a b?' }, 'thumbnail')).toBe(
      `${CASE}/..%2Fa%20b%3F/thumbnail`,
    )
  })
})

it('calls and events have channels of their own, under the name of the desk', () => {
  expect(new Set([IPC_CHANNEL, EVENT_CHANNEL]).size).toBe(2)
  expect([IPC_CHANNEL, EVENT_CHANNEL].every((channel) => /^desk:[a-z]+$/u.test(channel))).toBe(true)
})
