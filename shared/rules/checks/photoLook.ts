import { z } from 'zod'
import { DOCUMENT_KINDS } from '../../domain/documentKinds'
import { defineCheck } from './defineCheck'
import { notApplicable, unsure } from './verdicts'

/** What somebody looks for in a photo. */
const LOOKS = ['clothing', 'frame', 'slogan', 'same-person', 'face-check'] as const

/**
 * A photo of somebody is there and has to be looked at for what the rule asks; before there is one nothing is due.
 */
export const photoLook = defineCheck(
  'photo-look',
  { kinds: z.array(z.enum(DOCUMENT_KINDS)).min(1), look: z.enum(LOOKS) },
  ({ documents }, { kinds, look }) => {
    const photos = documents.filter(({ kind }) => kinds.includes(kind))
    if (photos.length === 0) {
      return notApplicable({ evidence: [], expected: look })
    }
    const evidence = photos.map(({ id }) => ({ kind: 'document' as const, documentId: id }))
    return unsure({ evidence, expected: look })
  },
)
