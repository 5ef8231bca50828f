import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { MediaHost } from '../../../electron/common/mediaProcess/createMediaHost'
import type { PackageRequest } from '../../../electron/workflows/packages/buildPackage'
import type { CaseDocument } from '../../../shared/protocol/case'
import { passedCase } from '../../integration/packages/passedCase'

/** Passed cases with so many photographs each, no two alike, to be drawn by the given processes. */
export async function casesOfPictures(
  cases: number,
  pictures: number,
  media: MediaHost,
): Promise<readonly PackageRequest[]> {
  const request = await passedCase({ seed: 'bench', filingType: 'change' })
  const round = request.filingCase.rounds.at(-1)
  const [like] = round?.documents ?? []
  if (!round || !like) {
    throw new Error('A specimen has a document')
  }
  const made: PackageRequest[] = []
  for (let number = 0; number < cases; number += 1) {
    const documents = new Map<string, Uint8Array>()
    const listed: CaseDocument[] = []
    for (let index = 0; index < pictures; index += 1) {
      const bytes = await photograph(number * pictures + index)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      documents.set(sha256, bytes)
      listed.push({
        ...like,
        id: `photo-${String(index)}`,
        sha256,
        bytes: bytes.length,
        mediaType: 'image/jpeg',
      })
    }
    const rounds = [...request.filingCase.rounds.slice(0, -1), { ...round, documents: listed }]
    made.push({ ...request, documents, media, filingCase: { ...request.filingCase, rounds } })
  }
  return made
}

/** Noise and slopes compress about as much as a paper on a desk does: 1 to 2 MB. */
async function photograph(seed: number): Promise<Uint8Array> {
  const noise = { type: 'gaussian', mean: 128 + (seed % 40), sigma: 12 } as const
  return sharp({ create: { width: 2448, height: 1836, channels: 3, background: '#fff', noise } })
    .jpeg({ quality: 82 })
    .toBuffer()
}
