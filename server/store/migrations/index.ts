import { initialMigration } from './0001Initial'
import { afterSubmissionMigration } from './0002AfterSubmission'
import { rulePacksMigration } from './0003RulePacks'
import { pictureFormatsMigration } from './0004PictureFormats'
import { pdfDocumentsMigration } from './0005PdfDocuments'
import { reuseMigration } from './0006Reuse'
import { rolesMigration } from './0007Roles'
import { proposalsMigration } from './0008Proposals'
import { auditMigration } from './0009Audit'
import { drawingMigration } from './0010Drawing'
import { tokensMigration } from './0011Tokens'
import { purgeMigration } from './0012Purge'
import { companyAccountsMigration } from './0013CompanyAccounts'
import { exportsMigration } from './0014Exports'
import { callsMigration } from './0015Calls'
import { samplingMigration } from './0016Sampling'
import { carryMigration } from './0017Carry'
import { claimBindingsMigration } from './0018ClaimBindings'
import { callFiguresMigration } from './0019CallFigures'
import { workDayMigration } from './0020WorkDay'
import { figuresMigration } from './0021Figures'
import { teamCalendarMigration } from './0022TeamCalendar'
import { controlsMigration } from './0023Controls'
import { certificatesMigration } from './0024Certificates'
import { takenHoldsMigration } from './0025TakenHolds'

/** Steps from an empty database to the present one; the place in the list is the version, so there are no gaps. */
export const MIGRATIONS: readonly string[] = [
  initialMigration,
  afterSubmissionMigration,
  rulePacksMigration,
  pictureFormatsMigration,
  pdfDocumentsMigration,
  reuseMigration,
  rolesMigration,
  proposalsMigration,
  auditMigration,
  drawingMigration,
  tokensMigration,
  purgeMigration,
  companyAccountsMigration,
  exportsMigration,
  callsMigration,
  samplingMigration,
  carryMigration,
  claimBindingsMigration,
  callFiguresMigration,
  workDayMigration,
  figuresMigration,
  teamCalendarMigration,
  controlsMigration,
  certificatesMigration,
  takenHoldsMigration,
]
