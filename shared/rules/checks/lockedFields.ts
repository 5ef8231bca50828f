import { z } from 'zod'
import { changesOf } from './changes'
import { defineCheck } from './defineCheck'
import { fail, field, pass } from './verdicts'

/** A change order leaves these fields as they are on file. */
export const lockedFields = defineCheck(
  'locked-fields',
  { fields: z.array(z.string()).min(1) },
  ({ application }, { fields }) => {
    const touched = changesOf(application, fields)
    const expected = fields.map((name) => `= ${name}`).join(', ')
    if (touched.length === 0) {
      return pass({ evidence: [field('application.changes')], expected })
    }
    return fail({
      evidence: touched.map(({ path }) => field(path)),
      measured: touched.map(({ change }) => `${change.field}: ${change.before} → ${change.after}`).join('; '),
      expected,
    })
  },
)
