import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sniffImage } from '../../../shared/imaging/sniffImage'
import {
  FAULT_NAMES,
  FAULTS,
  HIDES,
  papersOf,
  TRAP_NAMES,
  TRAPS,
  type FaultName,
} from '../../specimens/corpus/faults'
import { truthOf, type CorpusItem } from '../../specimens/corpus/labels'
import { makeCorpus } from '../../specimens/corpus/makeCorpus'
import { makePicture } from '../../specimens/corpus/makePicture'
import { CORPUS_SIZES, planCorpus } from '../../specimens/corpus/planCorpus'
import { drawGround } from '../../specimens/corpus/grounds'
import { SCREENS } from '../../specimens/corpus/screens'
import { WORLDS } from '../../specimens/corpus/worlds'
import { createRandom } from '../../specimens/random'

/** A picture takes half a second, and three times that beside other tests. */
const SLOW = 120_000
const CARD = { kind: 'resident-id', face: 'portrait', entityKind: 'organization' } as const
const LETTER = { kind: 'authenticity-commitment', face: 'page', entityKind: 'organization' } as const

function item(over: Partial<CorpusItem>): CorpusItem {
  return { id: 'unit', world: 'tuning', paper: CARD, fault: null, trap: null, ...over }
}

describe('the plan of a corpus', () => {
  it.each(['tuning', 'report'] as const)(
    'has 60 faulty and 60 sound pictures for every check: %s',
    (world) => {
      const items = planCorpus(world, CORPUS_SIZES.full)
      expect(items.length).toBeGreaterThan(600)
      const faces = ['no-face', 'two-faces', 'small-face', 'eyes-covered']
      for (const fault of FAULT_NAMES.filter((name) => !faces.includes(name))) {
        const truths = items.map((one) => truthOf(one, fault))
        expect({ fault, faulty: truths.filter((truth) => truth === 'faulty').length >= 60 }).toEqual({
          fault,
          faulty: true,
        })
        expect({ fault, sound: truths.filter((truth) => truth === 'sound').length >= 60 }).toEqual({
          fault,
          sound: true,
        })
      }
    },
  )

  it('names every picture once, and a small corpus is a part of the full one', () => {
    const full = planCorpus('report', CORPUS_SIZES.full)
    expect(new Set(full.map(({ id }) => id)).size).toBe(full.length)
    const byId = new Map(full.map((one) => [one.id, one]))
    for (const one of planCorpus('report', CORPUS_SIZES.quick)) {
      expect(byId.get(one.id)).toEqual(one)
    }
  })

  it('gives faults and traps only to papers that can have them', () => {
    for (const { paper, fault, trap } of planCorpus('tuning', CORPUS_SIZES.full)) {
      const group = fault === null ? (trap === null ? 'all' : TRAPS[trap].papers) : FAULTS[fault].papers
      expect(papersOf(group)).toContainEqual(paper)
    }
  })
})

describe('ground truth', () => {
  it('is faulty for the fault itself, sound or hidden for others, and none where it cannot apply', () => {
    const grey = item({ fault: 'grey-copy' })
    expect(truthOf(grey, 'grey-copy')).toBe('faulty')
    expect(truthOf(grey, 'skewed')).toBe('sound')
    expect(truthOf(grey, 'red-clothing')).toBe('none')
    expect(truthOf(item({ paper: LETTER, fault: 'turned-180' }), 'no-signature')).toBe('unclear')
  })

  it('hides no fault behind itself', () => {
    const hidden = Object.entries(HIDES) as [FaultName, readonly FaultName[]][]
    expect(
      hidden.filter(
        ([fault, names]) => names.includes(fault) && !['undecodable', 'too-few-pixels'].includes(fault),
      ),
    ).toEqual([])
    expect(truthOf(item({ fault: 'undecodable' }), 'undecodable')).toBe('faulty')
  })
})

describe('a picture of the corpus', () => {
  it(
    'is the same each time, and another one in the other world',
    async () => {
      const [one, again, other] = [
        await makePicture(item({})),
        await makePicture(item({})),
        await makePicture(item({ world: 'report' })),
      ]
      expect(Buffer.from(one.bytes).equals(Buffer.from(again.bytes))).toBe(true)
      expect(one.label).toEqual(again.label)
      expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(false)
    },
    SLOW,
  )

  it(
    'carries size, corners, regions and the text of its paper',
    async () => {
      const { bytes, label } = await makePicture(
        item({ paper: LETTER, world: 'report', fault: 'seal-not-round' }),
      )
      const { width, height } = await sharp(bytes).metadata()
      expect(label.size).toEqual({ width, height })
      expect(label.corners).toHaveLength(4)
      expect(label.regions.map(({ of }) => of)).toEqual(['document', 'seal', 'signature'])
      for (const region of label.regions) {
        expect(region.x).toBeGreaterThan(-0.02)
        expect(region.y + region.height).toBeLessThan(1.02)
      }
      expect(label.severity).not.toBeNull()
      const card = await makePicture(item({ id: 'card' }))
      expect(Object.keys(card.label.fields).toSorted()).toEqual(
        ['address', 'birth-date', 'ethnicity', 'name', 'number', 'sex'].toSorted(),
      )
    },
    SLOW,
  )

  it(
    'labels a turned picture as it is shown',
    async () => {
      const made = await makePicture(item({ fault: 'turned-by-exif' }))
      const upright = await sharp(made.bytes).autoOrient().toBuffer({ resolveWithObject: true })
      expect(made.label.size).toEqual({ width: upright.info.width, height: upright.info.height })
      const [upperLeft, upperRight] = made.label.corners ?? []
      // Turned, the upper edge of the document no longer runs from left to right.
      expect((upperRight?.x ?? 0) - (upperLeft?.x ?? 0)).toBeLessThan(0.3)
    },
    SLOW,
  )

  it(
    'puts the seal where its label says',
    async () => {
      const { bytes, label } = await makePicture(item({ id: 'sealed', paper: LETTER }))
      const seal = label.regions.find(({ of }) => of === 'seal')
      const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
      let [inside, outside] = [0, 0]
      for (let y = 0; y < info.height; y += 2) {
        for (let x = 0; x < info.width; x += 2) {
          const at = (y * info.width + x) * 3
          const isRed =
            (data[at] ?? 0) > 90 && (data[at] ?? 0) > 1.7 * Math.max(data[at + 1] ?? 0, data[at + 2] ?? 0)
          const [u, v] = [x / info.width, y / info.height]
          const isIn =
            seal !== undefined &&
            u > seal.x &&
            u < seal.x + seal.width &&
            v > seal.y &&
            v < seal.y + seal.height
          inside += isRed && isIn ? 1 : 0
          outside += isRed && !isIn ? 1 : 0
        }
      }
      expect(inside).toBeGreaterThan(300)
      expect(outside).toBeLessThan(inside / 20)
    },
    SLOW,
  )
})

describe('the two worlds', () => {
  it('share neither fonts of print, clothes, inks of seals, programs nor devices', () => {
    const { tuning, report } = WORLDS
    const shared = (one: readonly string[], other: readonly string[]): readonly string[] =>
      one.filter((value) => other.includes(value))
    expect(shared(tuning.fonts, report.fonts)).toEqual([])
    expect(shared(tuning.cloths, report.cloths)).toEqual([])
    expect(shared(tuning.sealInks, report.sealInks)).toEqual([])
    expect(shared(tuning.editors, report.editors)).toEqual([])
    expect(shared(tuning.devices.map(String), report.devices.map(String))).toEqual([])
  })

  it('share no size of a screen', () => {
    const report = SCREENS.report.map(String)
    expect(SCREENS.tuning.map(String).filter((size) => report.includes(size))).toEqual([])
  })

  it('draw the ground of a name alike each time, and in the tuning world many grounds', async () => {
    const frame = { width: 240, height: 180 }
    const drawn = async (seed: string): Promise<string> =>
      (await drawGround('tuning', frame, 'any', createRandom(seed))).data.toString('base64')
    expect(await drawn('one')).toBe(await drawn('one'))
    const seeds = Array.from({ length: 12 }, (_, index) => `ground/${String(index)}`)
    expect(new Set(await Promise.all(seeds.map(drawn))).size).toBe(seeds.length)
  })
})

describe('making a corpus', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'beian-corpus-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it(
    'writes pictures and labels in the order of the plan, from several processes',
    async () => {
      const wanted = [
        'plain-001',
        'undecodable-001',
        'too-large-file-001',
        'trap-png-scan-001',
        'screenshot-001',
      ]
      const items = planCorpus('tuning', CORPUS_SIZES.quick).filter(({ id }) => wanted.includes(id))
      const labels = await makeCorpus(items, { out: folder })
      expect(labels.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
      expect(JSON.parse(await readFile(path.join(folder, 'labels.json'), 'utf8'))).toEqual(labels)
      expect((await readdir(folder)).toSorted()).toEqual(
        [...labels.map(({ file }) => file), 'labels.json'].toSorted(),
      )
      for (const { id, file, fault, size } of labels) {
        const bytes = await readFile(path.join(folder, file))
        const sniffed = sniffImage(bytes)
        expect({ id, ok: sniffed.ok }).toEqual({ id, ok: fault !== 'undecodable' })
        expect(size === null).toBe(fault === 'undecodable')
        expect({ id, tooLarge: bytes.length > 4 * 1024 * 1024 }).toEqual({
          id,
          tooLarge: fault === 'too-large-file',
        })
      }
    },
    SLOW,
  )

  it('has a sort of trap for every name', () => {
    expect(new Set(planCorpus('report', CORPUS_SIZES.quick).flatMap(({ trap }) => trap ?? []))).toEqual(
      new Set(TRAP_NAMES),
    )
  })
})
