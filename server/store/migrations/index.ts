import { initialMigration } from './0001Initial'
import { afterSubmissionMigration } from './0002AfterSubmission'
import { rulePacksMigration } from './0003RulePacks'
import { pictureFormatsMigration } from './0004PictureFormats'
import { pdfDocumentsMigration } from './0005PdfDocuments'
import { reuseMigration } from './0006Reuse'

/** Steps from an empty database to the present one; the place in the list is the version, so there are no gaps. */
export const MIGRATIONS: readonly string[] = [
  initialMigration,
  afterSubmissionMigration,
  rulePacksMigration,
  pictureFormatsMigration,
  pdfDocumentsMigration,
  reuseMigration,
]
