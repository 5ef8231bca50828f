import type { DocumentKind } from '../../../shared/domain/documentKinds'
import type { PlannedDocument } from '../filing/plannedDocument'
import { makePerson, type SpecimenPerson } from '../people/person'
import type { Home } from '../people/places'
import type { Random } from '../random'
import { labelDefect, type DefectLabel, type DefectName } from './catalogue'

interface Papers {
  readonly documents: readonly PlannedDocument[]
  readonly labels: readonly DefectLabel[]
}

interface Setting {
  readonly home: Home
  readonly today: string
  readonly random: Random
}

const PICTURE_FLAWS = ['blurred', 'too-dark', 'glare', 'grey-copy', 'cropped-edge', 'screen-reshoot'] as const
const LETTERS: readonly DocumentKind[] = [
  'filing-commitment',
  'verification-form',
  'authorization-letter',
  'authenticity-commitment',
  'responsibility-notice',
]
const CARDS: readonly DocumentKind[] = ['resident-id', 'hkmt-residence-permit', 'hk-macao-permit', 'passport']

/** Spoils, swaps and removes documents. Each defect takes a document that no other defect has taken, if there is one. */
export function spoilPapers(
  documents: readonly PlannedDocument[],
  defects: ReadonlySet<DefectName>,
  setting: Setting,
): Papers {
  const taken = new Set<string>()
  const labels: DefectLabel[] = []
  let current = documents
  const spoil = (
    defect: DefectName,
    fits: (document: PlannedDocument) => boolean,
    change: (document: PlannedDocument) => PlannedDocument | undefined,
  ): void => {
    if (!defects.has(defect)) {
      return
    }
    const target = chooseTarget(current.filter(fits), taken, setting.random.fork(defect), defect)
    taken.add(target.entry.id)
    labels.push(labelDefect(defect, { documentId: target.entry.id }))
    current = current.flatMap((document) => {
      const changed = document === target ? change(document) : document
      return changed === undefined ? [] : [changed]
    })
  }

  const isPortrait = ({ entry }: PlannedDocument): boolean =>
    CARDS.includes(entry.kind) && (entry.face === 'portrait' || entry.face === 'face')
  const isLetter = ({ entry }: PlannedDocument): boolean => LETTERS.includes(entry.kind)
  const isPhoto = ({ entry }: PlannedDocument): boolean => entry.kind === 'backdrop-photo'
  const isEvidence = ({ entry }: PlannedDocument): boolean =>
    CARDS.includes(entry.kind) || entry.owner === 'entity' || entry.kind === 'domain-certificate'

  spoil(
    'emblem-twice',
    ({ entry }) => entry.face === 'portrait',
    (document) => ({ ...document, drawnFace: 'emblem' }),
  )
  spoil('other-person-card', isPortrait, (document) => ({
    ...document,
    person: makeStranger(document, setting),
  }))
  spoil('other-person-photo', isPhoto, (document) => ({
    ...document,
    person: makeStranger(document, setting),
  }))
  spoil('red-clothing', isPhoto, (document) => ({ ...document, clothing: 'red' }))
  spoil('blue-clothing', isPhoto, (document) => ({ ...document, clothing: 'blue' }))
  spoil(
    'missing-seal',
    (document) => isLetter(document) && document.sealed,
    (document) => ({ ...document, sealed: false }),
  )
  spoil('missing-signature', isLetter, (document) => ({ ...document, signed: false }))
  for (const flaw of PICTURE_FLAWS) {
    spoil(flaw, isEvidence, (document) => ({ ...document, flaws: [...document.flaws, flaw] }))
  }
  spoil('missing-document', isEvidence, () => undefined)
  return { documents: current, labels }
}

function chooseTarget(
  fitting: readonly PlannedDocument[],
  taken: ReadonlySet<string>,
  random: Random,
  defect: DefectName,
): PlannedDocument {
  const free = fitting.filter(({ entry }) => !taken.has(entry.id))
  if (fitting.length === 0) {
    throw new RangeError(`no document in this filing can carry ${defect}`)
  }
  return random.pick(free.length === 0 ? fitting : free)
}

/** Somebody else with the same kind of paper. */
function makeStranger(document: PlannedDocument, setting: Setting): SpecimenPerson {
  return makePerson(setting.random.fork('stranger'), {
    home: setting.home,
    today: setting.today,
    paper: document.person.paper,
    mailDomain: 'mail.example',
  })
}
