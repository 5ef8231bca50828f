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
]
