import { describe, expect, it } from 'vitest'
import { FILING_TYPES } from '../../../shared/domain/filingTypes'
import { isPhotoMissing } from '../../../shared/filing/photoDuty'

describe('isPhotoMissing', () => {
  it('asks for the photo in the four types that bring something new to this provider', () => {
    expect(FILING_TYPES.filter((type) => isPhotoMissing(type, [{ kind: 'resident-id' }]))).toEqual([
      'first-filing',
      'add-provider',
      'new-service-filed-elsewhere',
      'new-service-filed-here',
    ])
  })

  it('is content once it is there', () => {
    const documents = [{ kind: 'resident-id' }, { kind: 'backdrop-photo' }] as const
    expect(FILING_TYPES.filter((type) => isPhotoMissing(type, documents))).toEqual([])
  })
})
