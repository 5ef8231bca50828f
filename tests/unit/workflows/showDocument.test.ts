import { describe, expect, it } from 'vitest'
import { createShowDocument } from '../../../electron/workflows/examination/showDocument'
import { refusal, success } from '../../../shared/result'

const REF = { caseId: 'case', round: 1, documentId: 'licence' }
const ORIGINAL = new Uint8Array([1, 2, 3])
const THUMBNAIL = new Uint8Array([9])

/** What is made of a page. */
const viewOf = (page: number) => new Uint8Array([7, page])

/** A desk with one document of the type, and how often its view was made. */
function deskWith(mediaType: string, canBeViewed = true) {
  const views = new Map<number, Uint8Array>()
  let made = 0
  const show = createShowDocument({
    data: {
      readDocument({ documentId, variant, page = 1 }) {
        const bytes = { original: ORIGINAL, thumbnail: THUMBNAIL, view: views.get(page) }[variant]
        return Promise.resolve(
          documentId === REF.documentId && bytes
            ? { bytes, sha256: 'hash', mediaType: variant === 'original' ? mediaType : 'image/jpeg' }
            : null,
        )
      },
      storeView({ sha256, bytes, page = 1 }) {
        expect(sha256).toBe('hash')
        views.set(page, bytes)
        return Promise.resolve()
      },
    },
    media: {
      view({ bytes, page = 1 }) {
        expect(bytes).toBe(ORIGINAL)
        made += 1
        return Promise.resolve(canBeViewed ? success({ bytes: viewOf(page) }) : refusal('undecodable'))
      },
    },
  })
  return { show, timesMade: () => made }
}

describe('Documents on their way to the screen', () => {
  it.each(['image/jpeg', 'image/png', 'image/webp'])('are shown as they are: %s', async (mediaType) => {
    const { show, timesMade } = deskWith(mediaType)
    expect(await show({ ...REF, variant: 'original' })).toMatchObject({ bytes: ORIGINAL, mediaType })
    expect(timesMade()).toBe(0)
  })

  it.each(['image/tiff', 'image/bmp', 'image/heic'])(
    'are shown by a view that is made once and kept: %s',
    async (mediaType) => {
      const { show, timesMade } = deskWith(mediaType)
      const shown = { bytes: viewOf(1), mediaType: 'image/jpeg' }
      expect(await show({ ...REF, variant: 'original' })).toMatchObject(shown)
      expect(await show({ ...REF, variant: 'original' })).toMatchObject(shown)
      expect(await show({ ...REF, variant: 'thumbnail' })).toMatchObject({ bytes: THUMBNAIL })
      expect(timesMade()).toBe(1)
    },
  )

  it('are shown page by page, each page made once and kept', async () => {
    const { show, timesMade } = deskWith('application/pdf')
    const page = async (number?: number) => {
      const wanted = number === undefined ? {} : { page: number }
      return (await show({ ...REF, variant: 'original', ...wanted }))?.bytes
    }
    expect(await page()).toEqual(new Uint8Array([7, 1]))
    expect(await page(2)).toEqual(new Uint8Array([7, 2]))
    expect(await page(2)).toEqual(new Uint8Array([7, 2]))
    expect(await page(1)).toEqual(new Uint8Array([7, 1]))
    expect(timesMade()).toBe(2)
  })

  it('have no second page when they are pictures', async () => {
    for (const mediaType of ['image/jpeg', 'image/tiff']) {
      const { show, timesMade } = deskWith(mediaType)
      expect(await show({ ...REF, variant: 'original', page: 2 })).toBeNull()
      expect(timesMade()).toBe(0)
    }
  })

  it('are not there when they are not here, or when nothing can be made of them', async () => {
    const { show } = deskWith('image/tiff', false)
    expect(await show({ ...REF, variant: 'original' })).toBeNull()
    expect(await show({ ...REF, documentId: 'another', variant: 'original' })).toBeNull()
  })
})
