import { advisor } from './advisor'
import { after } from './after'
import { caseView, checklist, decision, documents, packages, rounds, timeline } from './case'
import { changes } from './changes'
import { concern } from './concern'
import { facts } from './facts'
import { field } from './field'
import { commands, duration, failure, frame, keys, signIn } from './frame'
import { ground } from './ground'
import { matching } from './matching'
import { queue } from './queue'
import { reuse } from './reuse'
import { rules } from './rules'
import { sync } from './sync'
import { terms } from './terms'
import { viewer } from './viewer'

/** The Chinese texts are the originals; every other language has the same keys. */
export const zh = {
  advisor,
  after,
  frame,
  signIn,
  failure,
  keys,
  commands,
  duration,
  sync,
  queue,
  caseView,
  changes,
  checklist,
  concern,
  matching,
  documents,
  decision,
  timeline,
  rounds,
  packages,
  reuse,
  rules,
  facts,
  field,
  ground,
  terms,
  viewer,
}
