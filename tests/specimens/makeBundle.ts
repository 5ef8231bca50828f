import type { Application, FilingBundle, SupplementBundle } from '../../shared/domain/filing'
import { isPhotoDefect, type DefectLabel } from './defects/catalogue'
import { spoilForm } from './defects/formDefects'
import { spoilPapers } from './defects/paperDefects'
import { labelTruth } from './defects/truthLabels'
import { makeApplicant, type Applicant } from './filing/applicant'
import { makeApplication } from './filing/application'
import { planDocuments, planPhoto, sheetsOf } from './filing/documents'
import type { PlannedDocument } from './filing/plannedDocument'
import { renderFull } from './looks/renderFull'
import { renderPdf } from './looks/renderPdf'
import { renderTiny } from './looks/tiny'
import { resolveOptions, type Plan, type SpecimenOptions } from './options'

/** Ground truth about a bundle; it is written beside the bundle, never into it. */
export interface SpecimenLabels {
  readonly orderNumber: string
  readonly round: number
  readonly clean: boolean
  readonly defects: readonly DefectLabel[]
}

export interface MadeBundle<Content = FilingBundle> {
  readonly bundle: Content
  /** Bytes by the name that `documents[].file` gives; nothing where no pictures were asked for. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly labels: SpecimenLabels
}

/** A filing bundle with its documents. The same options give the same bytes. */
export async function makeBundle(options: SpecimenOptions): Promise<MadeBundle> {
  const plan = resolveOptions(options)
  const applicant = makeApplicant(plan)
  const form = spoilForm(makeApplication(plan, applicant), plan.defects, plan.random.fork('form-defects'))
  const planned = planDocuments(plan, applicant)
  const withPhoto = plan.withPhoto || [...plan.defects].some((defect) => isPhotoDefect(defect))
  const all = withPhoto ? [...planned, planPhoto(applicant, planned.length)] : planned
  const papers = spoilPapers(all, plan.defects, {
    home: applicant.home,
    today: plan.today,
    random: plan.random.fork('paper-defects'),
  })
  return {
    bundle: {
      format: 'beian-desk/filing',
      version: 1,
      orderNumber: plan.orderNumber,
      submittedAt: plan.submittedAt,
      documents: papers.documents.map(({ entry }) => entry),
      round: plan.round,
      accountId: applicant.accountId,
      province: plan.province.code,
      application: form.application,
    },
    files: await renderAll(plan, applicant, form.application, papers.documents),
    labels: labelsOf(plan, [...labelTruth(plan.defects), ...form.labels, ...papers.labels]),
  }
}

/**
 * The administrator's photo for the order that `makeBundle` makes from the same options. Of the defects only those of
 * the photo count here.
 */
export async function makeSupplement(options: SpecimenOptions): Promise<MadeBundle<SupplementBundle>> {
  const plan = resolveOptions(options)
  const applicant = makeApplicant(plan)
  const defects = new Set([...plan.defects].filter((defect) => isPhotoDefect(defect)))
  const papers = spoilPapers([planPhoto(applicant, 0)], defects, {
    home: applicant.home,
    today: plan.today,
    random: plan.random.fork('photo-defects'),
  })
  return {
    bundle: {
      format: 'beian-desk/supplement',
      version: 1,
      orderNumber: plan.orderNumber,
      submittedAt: plan.submittedAt,
      documents: papers.documents.map(({ entry }) => entry),
    },
    files: await renderAll(plan, applicant, makeApplication(plan, applicant), papers.documents),
    labels: labelsOf(plan, papers.labels),
  }
}

function labelsOf(plan: Plan, defects: readonly DefectLabel[]): SpecimenLabels {
  return { orderNumber: plan.orderNumber, round: plan.round, clean: defects.length === 0, defects }
}

async function renderAll(
  plan: Plan,
  applicant: Applicant,
  application: Application,
  documents: readonly PlannedDocument[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (plan.pictures === 'none') {
    return new Map()
  }
  const context = { applicant, application, today: plan.today, seed: plan.seed }
  const files = new Map<string, Uint8Array>()
  for (const document of documents) {
    const render = (own: PlannedDocument) =>
      plan.pictures === 'tiny' ? renderTiny(own, plan.seed) : renderFull(own, context)
    const sheets = await Promise.all(sheetsOf(document).map(render))
    const [picture] = sheets
    const isPdf = document.entry.file.endsWith('.pdf')
    files.set(document.entry.file, isPdf || picture === undefined ? await renderPdf(sheets) : picture)
  }
  return files
}
