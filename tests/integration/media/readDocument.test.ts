import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../electron/media/reading/readDocument'
import type { ReadField } from '../../../shared/reading/readField'
import { makePicture } from '../../specimens/corpus/makePicture'
import type { PlannedDocument } from '../../specimens/filing/plannedDocument'
import { documentOf, planPictures, type PlannedPictures } from './plannedPictures'

/** Each is a few drawings and readings, a second or two apart. */
const LIMIT_MS = 240_000
const SEEDS = ['read-1', 'read-2', 'read-3']

type Values = Partial<Record<ReadField['field'], string>>

async function readPaper(
  pictures: PlannedPictures,
  fits: (document: PlannedDocument) => boolean,
): Promise<readonly ReadField[]> {
  const document = documentOf(pictures, fits)
  const read = await readDocument(await pictures.render(document), document.entry)
  expect(read.ok).toBe(true)
  return read.ok ? read.value : []
}

function valuesOf(fields: readonly ReadField[]): Values {
  return Object.fromEntries(fields.map(({ field, value }) => [field, value]))
}

describe('reading papers', () => {
  it.each(SEEDS)(
    'reads both sides of an identity card: %s',
    async (seed) => {
      const pictures = planPictures(seed)
      const { principal } = pictures.application.entity
      const isCard = ({ entry }: PlannedDocument): boolean =>
        entry.kind === 'resident-id' && entry.owner === 'entity-principal'
      const portrait = await readPaper(pictures, (d) => isCard(d) && d.entry.face === 'portrait')
      expect(valuesOf(portrait)).toMatchObject({
        name: principal.name,
        number: principal.certificate.number,
        address: principal.certificate.address,
      })
      const number = portrait.find(({ field }) => field === 'number')
      expect(number?.proof).toBe('check-digit')
      // The number stands in the lower half of the card, and the place says so.
      expect(number?.places[0]?.[0]?.y).toBeGreaterThan(0.5)
      const emblem = await readPaper(pictures, (d) => isCard(d) && d.entry.face === 'emblem')
      expect(valuesOf(emblem)).toMatchObject({ 'valid-to': principal.certificate.validTo })
    },
    LIMIT_MS,
  )

  it.each(SEEDS)(
    'reads a business licence: %s',
    async (seed) => {
      const pictures = planPictures(seed)
      const { entity } = pictures.application
      const fields = await readPaper(pictures, ({ entry }) => entry.kind === 'business-licence')
      expect(valuesOf(fields)).toMatchObject({
        company: entity.name,
        number: entity.certificate.number,
        address: entity.certificate.address,
        'legal-representative': entity.legalRepresentative,
        'qr-code': `https://licence.example/check?uniscid=${entity.certificate.number}`,
      })
      const squares = fields.find(({ field }) => field === 'qr-code')
      expect(squares?.proof).toBe('check-digit')
      // It stands in the upper right corner, and the place says so.
      expect(squares?.places[0]?.every(({ x, y }) => x > 0.6 && y < 0.45)).toBe(true)
    },
    LIMIT_MS,
  )

  it(
    'reads who declares, under which number and for which domain, in a statement',
    async () => {
      const pictures = planPictures('read-1')
      const { entity } = pictures.application
      const fields = await readPaper(pictures, ({ entry }) => entry.kind === 'filing-commitment')
      expect(valuesOf(fields)).toMatchObject({ name: entity.name, number: entity.certificate.number })
    },
    LIMIT_MS,
  )

  it(
    'reads passports and permits, whose values stand below their labels',
    async () => {
      const ofPaper = async (paper: 'passport' | 'hk-macao-permit') => {
        const pictures = planPictures(`read-${paper}`, paper)
        const { name, certificate } = pictures.application.entity.principal
        const fields = await readPaper(pictures, ({ entry }) => entry.kind === paper && entry.face === 'face')
        expect(valuesOf(fields)).toMatchObject({
          name,
          number: certificate.number,
          'valid-from': certificate.validFrom,
          'valid-to': certificate.validTo,
        })
        return fields.find(({ field }) => field === 'number')?.proof
      }
      // A passport repeats its number with a check digit in the lines for machines; a permit has none.
      expect(await ofPaper('passport')).toBe('check-digit')
      expect(await ofPaper('hk-macao-permit')).toBe('form')
    },
    LIMIT_MS,
  )

  it.each([
    ['plain-7169', null],
    ['trap-flat-light-7001', 'flat-light'],
  ] as const)(
    'reads a card that lies on a newspaper, and nothing of the newspaper: %s',
    async (id, trap) => {
      const paper = { kind: 'resident-id', face: 'portrait', entityKind: 'organization' } as const
      const { bytes, label } = await makePicture({ id, world: 'tuning', paper, fault: null, trap })
      const read = await readDocument(bytes, paper)
      const { name, number, address, sex } = label.fields
      expect(name).toBeDefined()
      expect(valuesOf(read.ok ? read.value : [])).toMatchObject({ name, number, address, sex })
    },
    LIMIT_MS,
  )

  it.each(['王龘', '张㛃', '李𠮷', '吴骉宇', '孙昉', '赵䶮明'])(
    'never passes a name for sure that has a character which is not in the dictionary: %s',
    async (name) => {
      const pictures = planPictures('read-1')
      const card = documentOf(
        pictures,
        ({ entry }) => entry.kind === 'resident-id' && entry.face === 'portrait',
      )
      const person = { ...card.person, record: { ...card.person.record, name } }
      const read = await readDocument(await pictures.render({ ...card, person }), card.entry)
      const found = read.ok ? read.value.find(({ field }) => field === 'name') : undefined
      expect(found?.value).not.toBe(name)
      expect(['incomplete', 'doubtful', undefined]).toContain(found?.proof)
    },
    LIMIT_MS,
  )

  it(
    'takes a character for another that looks like it: the name then differs from the form, and nothing vouches for it',
    async () => {
      const pictures = planPictures('read-1')
      const card = documentOf(
        pictures,
        ({ entry }) => entry.kind === 'resident-id' && entry.face === 'portrait',
      )
      const person = { ...card.person, record: { ...card.person.record, name: '钱翀' } }
      const read = await readDocument(await pictures.render({ ...card, person }), card.entry)
      const found = read.ok ? read.value.find(({ field }) => field === 'name') : undefined
      expect(found?.value).not.toBe('钱翀')
      expect(['none', 'doubtful']).toContain(found?.proof)
    },
    LIMIT_MS,
  )

  it('finds nothing to read in a picture that is none, and says so', async () => {
    const paper = { kind: 'resident-id', face: 'portrait' } as const
    expect(await readDocument(Buffer.from('no picture at all'), paper)).toEqual({
      ok: false,
      error: 'undecodable',
    })
  })
})
