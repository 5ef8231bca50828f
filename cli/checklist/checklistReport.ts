import { z } from 'zod'
import { dateSchema, instantSchema, orderNumberSchema, provinceCodeSchema } from '../../shared/domain/filing'
import { FILING_TYPES } from '../../shared/domain/filingTypes'
import { sha256Schema } from '../../shared/domain/identity'
import { checklistLineSchema, MACHINE_VERDICTS } from '../../shared/rules/checklist'

/** A line as it is printed; what the workstation shows of it besides is left out. */
const { shape } = checklistLineSchema
const reportLineSchema = z.object({
  id: shape.id,
  group: shape.group,
  stage: shape.stage,
  title: shape.title,
  requirement: shape.requirement,
  severity: shape.severity,
  blocking: shape.blocking,
  cautions: shape.cautions,
  confidence: shape.confidence,
  source: shape.source,
  machine: shape.machine,
  reasonIds: shape.reasonIds,
})

/** What the command prints: the checklist of a bundle before any person has looked at it. */
export const checklistReportSchema = z.object({
  format: z.literal('beian-desk/checklist'),
  version: z.literal(1),
  orderNumber: orderNumberSchema,
  round: z.number().int().min(1),
  province: provinceCodeSchema,
  filingType: z.enum(FILING_TYPES),
  submittedAt: instantSchema,
  /** Hash of what the bundle says and of its documents, however it is packed. */
  contentSha256: sha256Schema,
  rulePack: z.string(),
  /** China date on which it is judged. */
  today: dateSchema,
  /** Lines by the machine's verdict; `person` counts those that only a person can judge. */
  counts: z.record(z.enum([...MACHINE_VERDICTS, 'person']), z.number().int()),
  lines: z.array(reportLineSchema),
})
export type ChecklistReport = z.output<typeof checklistReportSchema>
