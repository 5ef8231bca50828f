import { z } from 'zod'
import { defineCheck } from './defineCheck'
import { textsAt, wordsIn, wordsSchema } from './textPlaces'
import { servicesOf } from './caseFacts'
import type { MachineVerdict } from '../checklist'
import { fail, field, pass, unsure, worstOf } from './verdicts'

const shape = {
  of: z.enum(['entity', 'services']),
  minCharacters: z.number().int().positive().default(1),
  /** Each group must be met by one of its words; a remark that lacks one is read by a person, wording varies. */
  statements: z.array(wordsSchema.min(1)).default([]),
}
type Params = z.output<z.ZodObject<typeof shape, z.core.$strict>>

/** The remark is there, is long enough, and says what the authority wants said. */
export const remark = defineCheck('remark', shape, (context, params) => {
  if (params.of === 'entity') {
    return judgeRemark(context.application.entity.remarks ?? '', 'application.entity.remarks', params)
  }
  const written = textsAt(context, ['service-remarks'])
  return worstOf(
    servicesOf(context).map(({ path }) => {
      const place = `${path}.remarks`
      return judgeRemark(written.find((text) => text.path === place)?.text ?? '', place, params)
    }),
  )
})

function judgeRemark(text: string, path: string, { minCharacters, statements }: Params): MachineVerdict {
  const length = Array.from(text).length
  const ground = {
    evidence: [field(path)],
    measured: String(length),
    expected: [`≥ ${String(minCharacters)}`, ...statements.map((words) => words.join(' / '))].join('; '),
  }
  if (length < minCharacters) {
    return fail(ground)
  }
  return (statements.every((words) => wordsIn(text, words).length > 0) ? pass : unsure)(ground)
}
