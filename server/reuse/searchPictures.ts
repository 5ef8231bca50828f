import { subjectOf, type Relations } from './relations'
import type { ReuseParts } from './searchReuse'
import { findFingerprints, picturesAt } from '../store/fingerprints'
import { documentsWith, type KnownCase, type PlacedDocument } from '../store/reusedDocuments'
import { gradeOf } from '../../shared/imaging/perceptualHash'
import { MOST_HITS, REUSE_GRADES, type PictureHit, type PictureReuse } from '../../shared/protocol/reuse'

/** Of one picture, whose rows are read; the rest is counted. */
const MOST_ROWS = 200
const MOST_CONTENTS = 50

/** Where a picture was found: the newest and nearest document of each other case. */
export interface FoundPicture {
  readonly document: PlacedDocument
  readonly state: PictureReuse['state']
  readonly places: ReadonlyArray<{
    readonly grade: PictureHit['grade']
    readonly distance: number | null
    readonly document: PlacedDocument
  }>
  /** Found, but not read. */
  readonly more: number
}

/** Looks for each of these documents of one case in all other cases. */
export async function findPictures(
  { database, reuse }: ReuseParts,
  caseId: string,
  documents: readonly PlacedDocument[],
): Promise<readonly FoundPicture[]> {
  const stored = await findFingerprints(
    database,
    documents.map(({ sha256 }) => sha256),
  )
  const known = new Map(stored.map((row) => [row.sha256, row]))
  const found: FoundPicture[] = []
  for (const document of documents) {
    const { sha256 } = document
    const row = known.get(sha256)
    const fingerprint = isTelling(document) && row?.sealed ? reuse.key.open(sha256, row.sealed) : null
    const near =
      fingerprint === null ? { distances: new Map<string, number>(), more: 0 } : await nearTo(fingerprint)
    const distances = new Map([...near.distances, [sha256, -1]])
    const rows = await documentsWith(database, [...distances.keys()], caseId, MOST_ROWS)
    const places = rows
      .filter((place) => place.sha256 === sha256 || isTelling(place))
      .map((place) => placeOf(place, distances.get(place.sha256) ?? -1))
    const best = bestOfEachCase(places)
    const state = best.length > 0 ? 'found' : stateWithout(document, row !== undefined, fingerprint)
    found.push({ document, state, places: best, more: near.more })
  }
  return found

  async function nearTo(
    fingerprint: string,
  ): Promise<{ readonly distances: ReadonlyMap<string, number>; readonly more: number }> {
    const hits = [...reuse.pictures.search(fingerprint)].sort((a, b) => a.distance - b.distance)
    const shown = hits.slice(0, MOST_CONTENTS)
    const contents = await picturesAt(
      database,
      shown.map(({ position }) => position),
    )
    const distances = new Map<string, number>()
    for (const { position, distance } of shown) {
      const content = contents.get(position)
      if (content !== undefined) {
        distances.set(content, distance)
      }
    }
    return { distances, more: hits.length - shown.length }
  }

  function stateWithout(
    document: PlacedDocument,
    isReported: boolean,
    fingerprint: string | null,
  ): PictureReuse['state'] {
    if (!isTelling(document) || (isReported && fingerprint === null)) {
      return 'unknown'
    }
    if (!isReported) {
      return 'pending'
    }
    return reuse.isReady().pictures ? 'none' : 'not-searched'
  }
}

/** The emblem side of a card is the same for everybody but for a line of writing. */
function isTelling({ face }: PlacedDocument): boolean {
  return face !== 'emblem'
}

function placeOf(document: PlacedDocument, distance: number): FoundPicture['places'][number] {
  if (distance < 0) {
    return { grade: 'exact', distance: null, document }
  }
  // Within the coarse radius already, or the index had not found it.
  return { grade: gradeOf({ all: distance, coarse: 0 }) ?? 'similar', distance, document }
}

function bestOfEachCase(places: FoundPicture['places']): FoundPicture['places'] {
  const best = new Map<string, FoundPicture['places'][number]>()
  for (const place of [...places].sort(byNearness)) {
    const { caseId } = place.document
    if (!best.has(caseId)) {
      best.set(caseId, place)
    }
  }
  return [...best.values()]
}

function byNearness(
  one: Pick<PictureHit, 'grade' | 'distance'>,
  other: Pick<PictureHit, 'grade' | 'distance'>,
): number {
  return (
    REUSE_GRADES.indexOf(one.grade) - REUSE_GRADES.indexOf(other.grade) ||
    (one.distance ?? 0) - (other.distance ?? 0)
  )
}

/** As the workstation gets it: what concerns somebody else first, then the nearest. */
export function describePicture(
  { document, state, places, more }: FoundPicture,
  relations: Relations,
  cases: ReadonlyMap<string, KnownCase>,
): PictureReuse {
  const ours = { ...document, ...subjectOf(document.owner, document.serviceId) }
  const hits = places.flatMap(({ grade, distance, document: place }): PictureHit[] => {
    const other = cases.get(place.caseId)
    const theirs = { ...place, ...subjectOf(place.owner, place.serviceId) }
    return other === undefined
      ? []
      : [
          {
            grade,
            distance,
            relation: relations.of(ours, theirs),
            other: { ...other, serviceNames: [...other.serviceNames], round: place.round },
            document: { id: place.documentId, kind: place.kind, face: place.face },
          },
        ]
  })
  const isOthers = ({ relation }: PictureHit): number => (relation === 'other' ? 0 : 1)
  hits.sort((one, other) => isOthers(one) - isOthers(other) || byNearness(one, other))
  return { documentId: document.documentId, state, hits: hits.slice(0, MOST_HITS), total: hits.length + more }
}
