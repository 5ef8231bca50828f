import { sessionAndFeed } from './0001_session_and_feed'
import { queue } from './0002_queue'
import { cases } from './0003_cases'
import { outbox } from './0004_outbox'
import { audit } from './0005_audit'
import { packages } from './0006_packages'
import { documentsOfRounds } from './0007_documents_of_rounds'
import { afterSubmission } from './0008_after_submission'
import { rulePacks } from './0009_rule_packs'
import { readings } from './0010_readings'
import { reuse } from './0011_reuse'
import { resync } from './0012_resync'
import { auditDevice } from './0013_audit_device'
import { refreshToken } from './0014_refresh_token'
import { lateDecisions } from './0015_late_decisions'
import { deletionStop } from './0016_deletion_stop'
import { documentParts } from './0017_document_parts'
import { exportJobs } from './0018_export_jobs'
import { calls } from './0019_calls'
import { signInWay } from './0020_sign_in_way'
import { carry } from './0021_carry'
import { teamCalendar } from './0022_team_calendar'
import { workDay } from './0023_work_day'
import { lighterQueue } from './0024_lighter_queue'
import { certificates } from './0025_certificates'
import { enrolledByFile } from './0026_enrolled_by_file'
import { decidedDrafts } from './0027_decided_drafts'
import type { Migration } from './migrate'

/** The schema, in the order in which it grew. */
export const MIGRATIONS: readonly Migration[] = [
  sessionAndFeed,
  queue,
  cases,
  outbox,
  audit,
  packages,
  documentsOfRounds,
  afterSubmission,
  rulePacks,
  readings,
  reuse,
  resync,
  auditDevice,
  refreshToken,
  lateDecisions,
  deletionStop,
  documentParts,
  exportJobs,
  calls,
  signInWay,
  carry,
  teamCalendar,
  workDay,
  lighterQueue,
  certificates,
  enrolledByFile,
  decidedDrafts,
]
