import { readRelations } from './relations'
import { reportFingerprints } from './reportFingerprints'
import type { ReuseDesk } from './reuseDesk'
import { describePicture, findPictures } from './searchPictures'
import { describeValue, findValues } from './searchValues'
import type { Database } from '../store/database'
import { countPictures } from '../store/fingerprints'
import { documentsOfCase, knownCases } from '../store/reusedDocuments'
import type { Clock } from '../system'
import type { User } from '../../shared/protocol/apiModels'
import type { reuseRequestSchema, ReuseReply } from '../../shared/protocol/reuse'
import { refusal, success, type Result } from '../../shared/result'
import type { z } from 'zod'

export interface ReuseParts {
  readonly database: Database
  readonly reuse: ReuseDesk
  readonly clock: Clock
}

/**
 * Where else the pictures and numbers of a case's present round were used. The caller has made sure that this person
 * may read the case. Refused when a fingerprint is told of a picture that the case does not have.
 */
export async function searchReuse(
  parts: ReuseParts,
  user: User,
  { caseId, pictures }: z.output<typeof reuseRequestSchema>,
): Promise<Result<ReuseReply, 'not-of-the-case'>> {
  const { database, reuse } = parts
  const documents = await documentsOfCase(database, caseId)
  const contents = new Set(documents.map(({ sha256 }) => sha256))
  if (pictures.some(({ sha256 }) => !contents.has(sha256))) {
    return refusal('not-of-the-case')
  }
  const round = (await knownCases(database, [caseId])).get(caseId)?.round ?? 1
  const own = { caseId, round }
  await reportFingerprints(parts, user, own, pictures)
  if (reuse.isReady().pictures) {
    await reuse.pictures.refresh()
  }
  const current = documents.filter((document) => document.round === round)
  const foundPictures = await findPictures(parts, caseId, current)
  const foundValues = await findValues(parts, own)
  const others = [
    ...new Set([
      ...foundPictures.flatMap(({ places }) => places.map(({ document }) => document.caseId)),
      ...foundValues.flatMap(({ theirs }) => theirs.map((place) => place.caseId)),
    ]),
  ]
  const relations = await readRelations(database, own, others)
  const cases = await knownCases(database, others)
  const isReady = reuse.isReady().values
  return success({
    pictures: foundPictures.map((found) => describePicture(found, relations, cases)),
    values: foundValues.map((found) => describeValue(found, relations, cases, isReady)),
    coverage: { pictures: await countPictures(database), compared: reuse.pictures.size() },
  })
}
