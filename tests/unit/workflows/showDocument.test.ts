import { describe, expect, it } from 'vitest'
import { createShowDocument } from '../../../electron/workflows/examination/showDocument'
import { refusal, success } from '../../../shared/result'

const REF = { caseId: 'case', round: 1, documentId: 'licence' }
const ORIGINAL = new Uint8Array([1, 2, 3])
const VIEW = new Uint8Array([7])
const THUMBNAIL = new Uint8Array([9])

/** A desk with one document of the type, and how often its view was made. */
function deskWith(mediaType: string, canBeViewed = true) {
  let view: Uint8Array | null = null
  let made = 0
  const show = createShowDocument({
    data: {
      readDocument({ documentId, variant }) {
        const bytes = { original: ORIGINAL, thumbnail: THUMBNAIL, view }[variant]
        return Promise.resolve(
          documentId === REF.documentId && bytes
            ? { bytes, sha256: 'hash', mediaType: variant === 'original' ? mediaType : 'image/jpeg' }
            : null,
        )
      },
      storeView({ sha256, bytes }) {
        expect(sha256).toBe('hash')
        view = bytes
        return Promise.resolve()
      },
    },
    media: {
      view({ bytes }) {
        expect(bytes).toBe(ORIGINAL)
        made += 1
        return Promise.resolve(canBeViewed ? success({ bytes: VIEW }) : refusal('undecodable'))
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
      const shown = { bytes: VIEW, mediaType: 'image/jpeg' }
      expect(await show({ ...REF, variant: 'original' })).toMatchObject(shown)
      expect(await show({ ...REF, variant: 'original' })).toMatchObject(shown)
      expect(await show({ ...REF, variant: 'thumbnail' })).toMatchObject({ bytes: THUMBNAIL })
      expect(timesMade()).toBe(1)
    },
  )

  it('are not there when they are not here, or when nothing can be made of them', async () => {
    const { show } = deskWith('image/tiff', false)
    expect(await show({ ...REF, variant: 'original' })).toBeNull()
    expect(await show({ ...REF, documentId: 'another', variant: 'original' })).toBeNull()
  })
})
