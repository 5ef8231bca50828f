import type { ReuseParts } from './searchReuse'
import { appendAudit } from '../store/auditChain'
import { findFingerprints, insertFingerprints } from '../store/fingerprints'
import { fingerprintDistance, SIMILAR_DISTANCE } from '../../shared/imaging/perceptualHash'
import type { User } from '../../shared/protocol/apiModels'

interface Reported {
  readonly sha256: string
  readonly fingerprint: string | null
}

/**
 * Keeps fingerprints that nobody has reported. The search goes by what is kept and not by what is said, so whoever
 * has a case gets one guess at a picture and no more; a report that is far from what is kept is recorded.
 */
export async function reportFingerprints(
  { database, reuse, clock }: ReuseParts,
  user: User,
  place: { readonly caseId: string; readonly round: number },
  pictures: readonly Reported[],
): Promise<void> {
  const now = clock.now()
  const stored = await findFingerprints(
    database,
    pictures.map(({ sha256 }) => sha256),
  )
  const known = new Map(
    stored.filter(({ keyId }) => reuse.readableKeys.includes(keyId)).map((row) => [row.sha256, row]),
  )
  const fresh = pictures.filter(({ sha256 }) => !known.has(sha256))
  if (fresh.length > 0) {
    const sealed = fresh.map(({ sha256, fingerprint }) => ({
      sha256,
      sealed: fingerprint === null ? null : reuse.key.seal(sha256, fingerprint),
    }))
    const { readableKeys, key } = reuse
    const report = { pictures: sealed, keyId: key.id, readableKeys, accountId: user.id }
    await insertFingerprints(database, report, now)
  }
  for (const { sha256, fingerprint } of pictures) {
    const row = known.get(sha256)
    const kept = row?.sealed ? reuse.key.open(sha256, row.sealed) : null
    if (row && isFar(kept, fingerprint)) {
      await database.transaction(async (tx) => {
        await tx.query('SELECT id FROM filing_case WHERE id = $1 FOR KEY SHARE', [place.caseId])
        await appendAudit(tx, {
          at: now,
          kind: 'fingerprint-differs',
          ...place,
          actorId: user.id,
          detail: { sha256 },
        })
      })
    }
  }
}

function isFar(kept: string | null, said: string | null): boolean {
  if (kept === null || said === null) {
    return kept !== said
  }
  return fingerprintDistance(kept, said).all > SIMILAR_DISTANCE
}
