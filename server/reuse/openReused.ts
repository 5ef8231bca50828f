import type { ReuseParts } from './searchReuse'
import { appendAudit } from '../store/auditChain'
import { findFingerprints } from '../store/fingerprints'
import { documentsOfCase, insertOpening, type PlacedDocument } from '../store/reusedDocuments'
import { fingerprintDistance, gradeOf } from '../../shared/imaging/perceptualHash'
import type { User } from '../../shared/protocol/apiModels'
import type { PictureHit, ReuseOpening } from '../../shared/protocol/reuse'
import { refusal, success, type Result } from '../../shared/result'

/**
 * Lets a person look at a picture of another case beside one of the case that they have, because the two are equal or
 * near. Whether they are is worked out again here. The look is recorded, with how near they are.
 */
export async function openReused(
  parts: ReuseParts,
  user: User,
  { caseId, documentId, other }: ReuseOpening,
): Promise<Result<PlacedDocument, 'no-match'>> {
  const { database, clock } = parts
  const newest = (await documentsOfCase(database, caseId)).findLast((own) => own.documentId === documentId)
  const theirs = (await documentsOfCase(database, other.caseId)).find(
    (document) => document.documentId === other.documentId && document.round === other.round,
  )
  const match =
    newest === undefined || theirs === undefined || caseId === other.caseId
      ? null
      : await matchOf(parts, newest, theirs)
  if (!newest || !theirs || !match) {
    return refusal('no-match')
  }
  const now = clock.now()
  await database.transaction(async (tx) => {
    const { sha256 } = theirs
    await insertOpening(tx, { accountId: user.id, caseId, otherCaseId: other.caseId, sha256 }, now)
    await appendAudit(tx, {
      at: now,
      kind: 'reuse-opened',
      caseId,
      round: newest.round,
      actorId: user.id,
      detail: { otherCaseId: other.caseId, sha256, ownSha256: newest.sha256, ...match },
    })
  })
  return success(theirs)
}

async function matchOf(
  { database, reuse }: ReuseParts,
  ours: PlacedDocument,
  theirs: PlacedDocument,
): Promise<{ readonly grade: PictureHit['grade']; readonly distance: number | null } | null> {
  if (ours.sha256 === theirs.sha256) {
    return { grade: 'exact', distance: null }
  }
  const stored = await findFingerprints(database, [ours.sha256, theirs.sha256])
  const [one, another] = [ours, theirs].map(({ sha256 }) => {
    const sealed = stored.find((row) => row.sha256 === sha256)?.sealed ?? null
    return sealed === null ? null : reuse.key.open(sha256, sealed)
  })
  if (one === null || one === undefined || another === null || another === undefined) {
    return null
  }
  const distance = fingerprintDistance(one, another)
  const grade = gradeOf(distance)
  return grade === null ? null : { grade, distance: distance.all }
}
