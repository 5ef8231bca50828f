import { makeApplicant } from '../../specimens/filing/applicant'
import { makeApplication } from '../../specimens/filing/application'
import { planDocuments, planPhoto } from '../../specimens/filing/documents'
import type { Application } from '../../../shared/domain/filing'
import type { PlannedDocument } from '../../specimens/filing/plannedDocument'
import { renderFull } from '../../specimens/looks/renderFull'
import { resolveOptions, type SpecimenOptions } from '../../specimens/options'

export interface PlannedPictures {
  readonly documents: readonly PlannedDocument[]
  readonly application: Application
  /** Draws one document at full size, with whatever was changed about it. */
  render(document: PlannedDocument): Promise<Uint8Array>
}

/** The documents of one organisation's first filing, photo included, to be drawn one by one. */
export function planPictures(seed: string, paper?: SpecimenOptions['paper']): PlannedPictures {
  const plan = resolveOptions({
    seed,
    filingType: 'first-filing',
    nature: 'enterprise',
    ...(paper === undefined ? {} : { paper }),
  })
  const applicant = makeApplicant(plan)
  const planned = planDocuments(plan, applicant)
  const context = {
    applicant,
    application: makeApplication(plan, applicant),
    today: plan.today,
    seed: plan.seed,
  }
  return {
    application: context.application,
    documents: [...planned, planPhoto(applicant, planned.length)],
    render: (document) => renderFull(document, context),
  }
}

export function documentOf(
  { documents }: PlannedPictures,
  fits: (document: PlannedDocument) => boolean,
): PlannedDocument {
  const document = documents.find(fits)
  if (!document) {
    throw new Error('The filing has no such document')
  }
  return document
}
