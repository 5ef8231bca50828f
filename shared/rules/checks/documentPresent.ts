import { z } from 'zod'
import { DOCUMENT_KINDS, type DocumentKind } from '../../domain/documentKinds'
import type { MachineVerdict } from '../checklist'
import { servicesOf } from './caseFacts'
import type { CheckContext } from './checkContext'
import { defineCheck } from './defineCheck'
import type { DuePaper } from './duePaper'
import { fail, pass, unsure, worstOf } from './verdicts'
import { gather } from '../gather'

const wantedSchema = z.strictObject({
  /** One of them is enough. */
  anyOf: z.array(z.enum(DOCUMENT_KINDS)).min(1),
  /** One for each service of that kind. */
  perService: z.enum(['website', 'app', 'any']).optional(),
})

type Wanted = z.output<typeof wantedSchema>

/**
 * Each wanted document has been uploaded. `then: 'person-reads'` where its being there settles nothing and somebody
 * has to read it.
 */
export const documentPresent = defineCheck(
  'document-present',
  { documents: z.array(wantedSchema).min(1), then: z.enum(['pass', 'person-reads']).default('pass') },
  (context, { documents, then }) =>
    worstOf(
      gather(documents, ({ anyOf, perService }) =>
        scopesOf(context, perService).map((serviceId) => judgeOne(context, anyOf, serviceId, then)),
      ),
    ),
)

/** What a rule with this check asks of the filing, each with the documents that answer it. */
export function wantedPapers(context: CheckContext, documents: readonly Wanted[]): readonly DuePaper[] {
  return gather(documents, ({ anyOf, perService }) =>
    scopesOf(context, perService).map((serviceId) => ({
      kinds: anyOf,
      face: null,
      personPath: null,
      serviceId: serviceId ?? null,
      documentIds: foundOf(context, anyOf, serviceId).map(({ id }) => id),
    })),
  )
}

function foundOf(context: CheckContext, anyOf: readonly DocumentKind[], serviceId: string | undefined) {
  return context.documents.filter(
    (document) =>
      anyOf.includes(document.kind) &&
      (serviceId === undefined || document.serviceId === undefined || document.serviceId === serviceId),
  )
}

/** Ids of the services that need one each; a single undefined where one for the whole filing is enough. */
function scopesOf(
  context: CheckContext,
  perService: 'website' | 'app' | 'any' | undefined,
): ReadonlyArray<string | undefined> {
  if (perService === undefined) {
    return [undefined]
  }
  return servicesOf(context)
    .filter(({ service }) => perService === 'any' || service.kind === perService)
    .map(({ service }) => service.id)
}

function judgeOne(
  context: CheckContext,
  anyOf: readonly DocumentKind[],
  serviceId: string | undefined,
  then: 'pass' | 'person-reads',
): MachineVerdict {
  const expected = anyOf.join(' / ')
  const found = foundOf(context, anyOf, serviceId)
  if (found.length === 0) {
    return fail({
      evidence: anyOf.map((kind) => ({ kind: 'missing-document', documentKind: kind })),
      expected,
    })
  }
  const evidence = found.map(({ id }) => ({ kind: 'document' as const, documentId: id }))
  const measured = [...new Set(found.map(({ kind }) => kind))].join(', ')
  return (then === 'pass' ? pass : unsure)({ evidence, measured, expected })
}
