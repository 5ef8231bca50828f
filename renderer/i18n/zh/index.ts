import { accounts, ownPassword } from './accounts'
import { advisor } from './advisor'
import { after } from './after'
import { audit, privacy } from './audit'
import { batch } from './batch'
import { calendar } from './calendar'
import { callFigures } from './callFigures'
import { calls } from './calls'
import { caseView, checklist, decision, documents, drawLine, packages, rounds, timeline } from './case'
import { certificate } from './certificate'
import { changes } from './changes'
import { chart } from './chart'
import { concern } from './concern'
import { controls } from './controls'
import { day } from './day'
import { enrol } from './enrol'
import { facts } from './facts'
import { field } from './field'
import { commands, duration, failure, frame, keys, lock, passphrase, signIn } from './frame'
import { feedback } from './feedback'
import { figures } from './figures'
import { ground } from './ground'
import { late } from './late'
import { matching } from './matching'
import { moveHold, queue } from './queue'
import { returns } from './returns'
import { reuse } from './reuse'
import { ruleDraft } from './ruleDraft'
import { rules } from './rules'
import { sampling } from './sampling'
import { secondLook } from './secondLook'
import { smsImport } from './smsImport'
import { listImport } from './listImport'
import { sync } from './sync'
import { terms } from './terms'
import { viewer } from './viewer'

/** The Chinese texts are the originals; every other language has the same keys. */
export const zh = {
  accounts,
  ownPassword,
  advisor,
  after,
  audit,
  privacy,
  frame,
  lock,
  passphrase,
  signIn,
  enrol,
  failure,
  keys,
  commands,
  duration,
  sync,
  queue,
  moveHold,
  drawLine,
  calendar,
  callFigures,
  calls,
  caseView,
  batch,
  certificate,
  changes,
  chart,
  checklist,
  concern,
  day,
  late,
  matching,
  documents,
  decision,
  timeline,
  rounds,
  packages,
  returns,
  reuse,
  ruleDraft,
  rules,
  sampling,
  controls,
  secondLook,
  smsImport,
  listImport,
  facts,
  feedback,
  figures,
  field,
  ground,
  terms,
  viewer,
}
