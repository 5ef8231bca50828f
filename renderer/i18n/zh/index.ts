import { advisor } from './advisor'
import { caseView, checklist, decision, documents, packages, rounds, timeline } from './case'
import { facts } from './facts'
import { changes } from './changes'
import { field } from './field'
import { commands, duration, failure, frame, keys, signIn } from './frame'
import { queue } from './queue'
import { sync } from './sync'
import { terms } from './terms'

/** The Chinese texts are the originals; every other language has the same keys. */
export const zh = {
  advisor,
  frame,
  signIn,
  failure,
  keys,
  commands,
  duration,
  sync,
  queue,
  caseView,
  checklist,
  documents,
  changes,
  decision,
  timeline,
  rounds,
  packages,
  facts,
  field,
  terms,
}
