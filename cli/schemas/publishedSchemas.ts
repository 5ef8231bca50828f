import { z } from 'zod'
import { checklistReportSchema } from '../checklist/checklistReport'
import { examinationReportSchema } from '../examine/examinationReport'
import { adviceSchema } from '../../shared/advisor/advice'
import { adviceQuestionSchema } from '../../shared/advisor/adviceQuestion'
import { administrationRecordSchema } from '../../shared/package/administrationRecord'
import { filingBundleJsonSchema } from '../../shared/protocol/filingBundleJsonSchema'

/** The JSON Schemas in `docs/schema/`, by file name. */
export function publishedSchemas(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  return {
    'filing-bundle.schema.json': filingBundleJsonSchema(),
    'administration-record.schema.json': {
      ...z.toJSONSchema(administrationRecordSchema, { reused: 'ref' }),
      $id: 'https://beian-desk.example/schemas/administration-record.json',
      title: 'data/administration.json of a submission package',
    },
    'advice-question.schema.json': {
      // The command puts in the day of asking where the file has none.
      ...z.toJSONSchema(adviceQuestionSchema.partial({ today: true }), { io: 'input', reused: 'ref' }),
      $id: 'https://beian-desk.example/schemas/advice-question.json',
      title: 'Question to the filing advisor of Beian Desk',
    },
    'advice.schema.json': {
      ...z.toJSONSchema(adviceSchema, { reused: 'ref' }),
      $id: 'https://beian-desk.example/schemas/advice.json',
      title: 'Answer of the filing advisor of Beian Desk',
    },
    'checklist-report.schema.json': {
      ...z.toJSONSchema(checklistReportSchema, { reused: 'ref' }),
      $id: 'https://beian-desk.example/schemas/checklist-report.json',
      title: 'Checklist of a filing bundle, judged by Beian Desk',
    },
    'examination.schema.json': {
      ...z.toJSONSchema(examinationReportSchema, { reused: 'ref' }),
      $id: 'https://beian-desk.example/schemas/examination.json',
      title: 'Examination of pictures and documents by Beian Desk',
    },
  }
}
