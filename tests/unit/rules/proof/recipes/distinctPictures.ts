import type { Draft } from '../draft'
import { concernsNot, fails, passes, type Recipe } from '../proofCases'

const PICTURE = 'a'.repeat(64)

function pictures(draft: Draft, ...hashes: readonly string[]): Draft {
  return { ...draft, documents: hashes.map((sha256) => ({ kind: 'supplementary', sha256 })) }
}

export const distinctPictures: Recipe<'distinct-pictures'> = (_, draft) => ({
  breaks: [fails('one picture twice', pictures(draft, PICTURE, PICTURE))],
  keeps: [passes('two pictures', pictures(draft, PICTURE, 'b'.repeat(64)))],
  boundary: [
    fails('one picture at the first and the last place', pictures(draft, PICTURE, 'b'.repeat(64), PICTURE)),
    passes('hashes that differ in one digit', pictures(draft, PICTURE, `${PICTURE.slice(1)}b`)),
    passes('a single picture', pictures(draft, PICTURE)),
    concernsNot('no picture', pictures(draft)),
  ],
})
