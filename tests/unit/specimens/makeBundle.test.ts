import { unzipSync } from 'fflate'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { filingBundleSchema, supplementBundleSchema, type FilingBundle } from '../../../shared/domain/filing'
import { FILING_TYPES } from '../../../shared/domain/filingTypes'
import { checkCertificateNumber } from '../../../shared/domain/identifiers/certificateNumber'
import { checkDomainName } from '../../../shared/domain/identifiers/domainName'
import { checkIcpNumber } from '../../../shared/domain/identifiers/icpNumber'
import { checkPhone } from '../../../shared/domain/identifiers/phone'
import { checkResidentId } from '../../../shared/domain/identifiers/residentId'
import { PROVINCES } from '../../../shared/domain/provinces'
import { makeBundle, makeSupplement, writeBundle, zipBundle, type MadeBundle } from '../../specimens/index'

const folders: string[] = []

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })))
})

/** One clean bundle of every filing type in every province. */
let every: readonly MadeBundle[] = []

beforeAll(async () => {
  every = await Promise.all(
    PROVINCES.flatMap(({ code }, index) =>
      FILING_TYPES.map((filingType) =>
        makeBundle({
          seed: `${code}-${filingType}-${String(index)}`,
          filingType,
          province: code,
          pictures: 'tiny',
        }),
      ),
    ),
  )
})

function servicesOf({ application }: FilingBundle) {
  return 'services' in application ? application.services : []
}

function peopleOf(bundle: FilingBundle) {
  return [bundle.application.entity.principal, ...servicesOf(bundle).map(({ principal }) => principal)]
}

describe('makeBundle', () => {
  it('makes bundles that intake accepts, of every filing type in every province', () => {
    for (const { bundle, files, labels } of every) {
      expect(filingBundleSchema.parse(bundle)).toEqual(bundle)
      expect([...files.keys()].sort()).toEqual(bundle.documents.map(({ file }) => file).sort())
      expect(new Set(bundle.documents.map(({ id }) => id)).size).toBe(bundle.documents.length)
      expect(labels).toEqual({ orderNumber: bundle.orderNumber, round: 1, clean: true, defects: [] })
    }
  })

  it('gives people and organisations numbers that pass their standards', () => {
    for (const { bundle } of every) {
      const { entity } = bundle.application
      const certificates = [entity.certificate, ...peopleOf(bundle).map(({ certificate }) => certificate)]
      for (const { type, number } of certificates) {
        expect(checkCertificateNumber(type, number), `${type} ${number}`).toMatchObject({ ok: true })
      }
      for (const person of peopleOf(bundle)) {
        expect(checkPhone(person.mobile)).toMatchObject({ ok: true })
        expect(checkPhone(person.landline ?? '')).toMatchObject({ ok: true })
        expect(person.emergencyPhone).not.toBe(person.mobile)
      }
    }
  })

  it('keeps to names that can belong to nobody', () => {
    for (const { bundle } of every) {
      for (const domain of servicesOf(bundle).flatMap(({ domains }) => domains)) {
        expect(domain.name).toMatch(/\.(example|test)$|示例\d+\.(中国|公益|政务)$/)
        expect(checkDomainName(domain.name)).toMatchObject({ ok: true, isRegistrable: true })
      }
      for (const { email } of peopleOf(bundle)) {
        expect(email).toMatch(/@[a-z0-9]+\.(example|test)$/)
      }
    }
  })

  it('refers to an earlier filing by a number of the province', () => {
    const earlier = every.flatMap(({ bundle }) =>
      'existing' in bundle.application
        ? [{ province: bundle.province, number: bundle.application.existing.entityIcpNumber }]
        : [],
    )
    expect(earlier).toHaveLength(PROVINCES.length * (FILING_TYPES.length - 1))
    for (const { province, number } of earlier) {
      const character = PROVINCES.find(({ code }) => code === province)?.icpCharacter ?? '?'
      expect(number.startsWith(`${character}ICP备`), number).toBe(true)
      expect(checkIcpNumber(number)).toMatchObject({ ok: true })
    }
  })

  it('gives the same bytes for the same seed, and others for another', async () => {
    const options = { seed: 41, filingType: 'first-filing', nature: 'enterprise', pictures: 'tiny' } as const
    const [one, again, other] = await Promise.all([
      makeBundle(options),
      makeBundle(options),
      makeBundle({ ...options, seed: 42 }),
    ])
    expect(again.bundle).toEqual(one.bundle)
    expect([...again.files]).toEqual([...one.files])
    expect(other.bundle.application).not.toEqual(one.bundle.application)
  })

  it('makes pictures that are all different', () => {
    const pictures = every
      .flatMap(({ files }) => [...files.values()])
      .map((bytes) => Buffer.from(bytes).toString('base64'))
    expect(new Set(pictures).size).toBe(pictures.length)
  })

  it('keeps people and untouched documents in a later round', async () => {
    const first = {
      seed: 9,
      filingType: 'first-filing',
      nature: 'enterprise',
      submittedAt: '2026-11-18T10:00:00+08:00',
      pictures: 'tiny',
    } as const
    const one = await makeBundle({ ...first, defects: ['invalid-credit-code', 'grey-copy'] })
    const two = await makeBundle({
      ...first,
      round: 2,
      submittedAt: '2026-11-20T09:00:00+08:00',
      papersAt: first.submittedAt,
    })
    const spoilt = one.bundle.documents.find(({ id }) =>
      one.labels.defects.some(({ documentId }) => documentId === id),
    )
    expect(two.bundle).toMatchObject({ orderNumber: one.bundle.orderNumber, round: 2 })
    expect(two.bundle.application.entity.principal).toEqual(one.bundle.application.entity.principal)
    expect(
      checkCertificateNumber('unified-social-credit-code', two.bundle.application.entity.certificate.number),
    ).toMatchObject({ ok: true })
    for (const [file, bytes] of one.files) {
      expect(Buffer.from(bytes).equals(two.files.get(file) ?? Buffer.of()), file).toBe(file !== spoilt?.file)
    }
  })

  it('shows the term of papers that the form gives', async () => {
    const { bundle } = await makeBundle({
      seed: 3,
      filingType: 'claim',
      nature: 'enterprise',
      pictures: 'tiny',
    })
    const { entity } = bundle.application
    expect(entity.certificate.type).toBe('organisation-code')
    expect(bundle.documents[0]).toMatchObject({ kind: 'organisation-code-certificate', owner: 'entity' })
    expect(checkResidentId(entity.principal.certificate.number)).toMatchObject({
      ok: true,
      holder: 'citizen',
    })
  })
})

describe('makeSupplement', () => {
  it('brings the photo for the order of the same options', async () => {
    const options = { seed: 5, filingType: 'add-provider', pictures: 'tiny' } as const
    const { bundle, files } = await makeSupplement(options)
    expect(supplementBundleSchema.parse(bundle)).toEqual(bundle)
    expect(bundle.orderNumber).toBe((await makeBundle(options)).bundle.orderNumber)
    expect(bundle.documents).toMatchObject([{ kind: 'backdrop-photo', owner: 'service-principal' }])
    expect([...files.keys()]).toEqual(['documents/01-backdrop-photo.jpg'])
  })
})

describe('bundle files', () => {
  it('are written as a folder and as an archive with the same content', async () => {
    const made = await makeBundle({ seed: 8, pictures: 'tiny' })
    const parent = await mkdtemp(path.join(os.tmpdir(), 'specimens-'))
    folders.push(parent)
    await writeBundle(path.join(parent, 'order'), made)
    const archive = unzipSync(zipBundle(made))
    expect(await readdir(parent)).toEqual(['order'])
    expect(Object.keys(archive).sort()).toEqual(['filing.json', ...made.files.keys()].sort())
    for (const [name, bytes] of Object.entries(archive)) {
      expect(Buffer.from(bytes).equals(await readFile(path.join(parent, 'order', name))), name).toBe(true)
    }
    expect(JSON.parse(await readFile(path.join(parent, 'order', 'filing.json'), 'utf8'))).toEqual(made.bundle)
    expect(zipBundle(made)).toEqual(zipBundle(made))
  })
})
