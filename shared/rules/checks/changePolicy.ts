import { z } from 'zod'
import type { MachineVerdict } from '../checklist'
import { changesOf } from './changes'
import type { CheckContext } from './checkContext'
import { defineCheck } from './defineCheck'
import { fail, field, pass, unsure } from './verdicts'

/** Fields that say who the entity is; all others may change in every division. */
const NAME = ['entity.name']
const HOLDER = ['entity.kind', 'entity.certificate.number']

/**
 * How far a division lets a filing pass to another holder. `none`: not at all. `rename-only`: the registered name,
 * proved. `with-proof`: another holder as well, where a paper proves the link. `to-company`: an individual's filing to
 * the company of which the person is legal representative.
 */
export const changePolicy = defineCheck(
  'change-policy',
  { policy: z.enum(['none', 'rename-only', 'with-proof', 'to-company']) },
  (context, { policy }) => {
    const renamed = changesOf(context.application, NAME)
    const replaced = changesOf(context.application, HOLDER)
    const touched = [...renamed, ...replaced]
    const ground = {
      evidence:
        touched.length === 0 ? [field('application.changes')] : touched.map(({ path }) => field(path)),
      measured: touched.map(({ change }) => `${change.before} → ${change.after}`).join('; ') || undefined,
      expected: policy,
    }
    if (touched.length === 0) {
      return pass(ground)
    }
    if (policy === 'none' || (policy === 'rename-only' && replaced.length > 0)) {
      return fail(ground)
    }
    return policy === 'to-company' ? unsure(ground) : judgeProof(context, ground)
  },
)

function judgeProof({ documents }: CheckContext, ground: Parameters<typeof fail>[0]): MachineVerdict {
  const letters = documents.filter(({ kind }) => kind === 'name-change-letter')
  if (letters.length === 0) {
    return fail({
      ...ground,
      evidence: [...ground.evidence, { kind: 'missing-document', documentKind: 'name-change-letter' }],
    })
  }
  const read = letters.map(({ id }) => ({ kind: 'document' as const, documentId: id }))
  return unsure({ ...ground, evidence: [...ground.evidence, ...read] })
}
