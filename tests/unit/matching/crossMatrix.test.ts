import { describe, expect, it } from 'vitest'
import { correctReadings } from '../../../shared/matching/corrections'
import {
  crossMatrix,
  type CorrectableField,
  type DocumentReading,
} from '../../../shared/matching/crossMatrix'
import { makeApplicant } from '../../specimens/filing/applicant'
import { makeApplication } from '../../specimens/filing/application'
import { resolveOptions } from '../../specimens/options'

const plan = resolveOptions({ seed: 'matrix', filingType: 'first-filing', nature: 'enterprise' })
const application = makeApplication(plan, makeApplicant(plan))
const { entity } = application
const [service] = 'services' in application ? application.services : []
/** The same filing with a service principal of its own. */
const ofTwo = {
  ...application,
  services: [
    {
      ...service,
      principal: {
        ...entity.principal,
        name: '另一人',
        certificate: { ...entity.principal.certificate, number: '110100199001010017' },
      },
    },
  ],
} as typeof application

function field(
  name: CorrectableField['field'],
  value: string,
  more: Partial<CorrectableField> = {},
): CorrectableField {
  return { field: name, value, confidence: 0.9, proof: 'none', places: [], isCorrected: false, ...more }
}

function licence(...fields: readonly CorrectableField[]): DocumentReading {
  return { documentId: 'd01', kind: 'business-licence', face: 'face', owner: 'entity', fields }
}

function cellsOf(readings: readonly DocumentReading[], subject: string, fact: string) {
  return crossMatrix(application, readings).find((row) => row.subject === subject && row.fact === fact)?.cells
}

describe('the matrix of form and papers', () => {
  it('has a row for every fact of the form, with or without a paper', () => {
    const rows = crossMatrix(application, [])
    expect(rows.map(({ subject, fact }) => `${subject} ${fact}`)).toEqual([
      'entity company',
      'entity credit-code',
      'entity legal-representative',
      'entity address',
      'entity validity',
      'entity-principal name',
      'entity-principal number',
      'entity-principal address',
      'entity-principal validity',
      'domain domain',
      'domain registrant',
      'domain validity',
    ])
    expect(rows.flatMap(({ cells }) => cells)).toEqual([])
    expect(rows[0]).toMatchObject({ path: 'application.entity.name', value: entity.name })
  })

  it('says of each cell how it stands to the form', () => {
    const readings = [licence(field('company', entity.name), field('number', '91110000PDY000000X'))]
    expect(cellsOf(readings, 'entity', 'company')).toMatchObject([
      { documentId: 'd01', column: 'licence', match: { match: 'same' } },
    ])
    expect(cellsOf(readings, 'entity', 'credit-code')).toMatchObject([{ match: { match: 'different' } }])
  })

  it('does not hold a number against the form that its own check character denies', () => {
    const wrong = field('number', '91110000PDY000000X', { proof: 'wrong-check-digit' })
    expect(cellsOf([licence(wrong)], 'entity', 'credit-code')).toMatchObject([
      { match: { match: 'unknown' } },
    ])
    const asTheForm = field('number', entity.certificate.number, { proof: 'wrong-check-digit' })
    expect(cellsOf([licence(asTheForm)], 'entity', 'credit-code')).toMatchObject([
      { match: { match: 'same' } },
    ])
    const corrected = { ...wrong, isCorrected: true }
    expect(cellsOf([licence(corrected)], 'entity', 'credit-code')).toMatchObject([
      { match: { match: 'different' } },
    ])
  })

  it("keeps a person's papers to that person", () => {
    const card: DocumentReading = {
      documentId: 'd02',
      kind: 'resident-id',
      face: 'portrait',
      owner: 'service-principal',
      fields: [field('name', entity.principal.name)],
    }
    const cells = (subject: string) =>
      crossMatrix(ofTwo, [card]).find((row) => row.subject === subject && row.fact === 'name')?.cells
    expect(cells('entity-principal')).toEqual([])
    expect(cells('service-principal')).toMatchObject([{ match: { match: 'different' } }])
    // Whoever stands for both brings the papers once, under either role, and is shown once.
    expect(cellsOf([card], 'entity-principal', 'name')).toMatchObject([{ match: { match: 'same' } }])
    expect(cellsOf([card], 'service-principal', 'name')).toBeUndefined()
  })

  it('does not compare where somebody lives with what the identity card says', () => {
    const permit: DocumentReading = {
      documentId: 'd03',
      kind: 'residence-permit',
      face: 'face',
      owner: 'entity-principal',
      fields: [field('name', entity.principal.name), field('address', '别处')],
    }
    expect(cellsOf([permit], 'entity-principal', 'name')).toMatchObject([{ match: { match: 'same' } }])
    expect(cellsOf([permit], 'entity-principal', 'address')).toEqual([])
  })
})

describe('corrections of readings', () => {
  const reading = {
    documentId: 'd01',
    kind: 'business-licence',
    face: 'face',
    owner: 'entity',
    fields: [{ field: 'company', value: '误读', confidence: 0.9, proof: 'none', places: [] }],
  } as const
  const plain = [{ ...reading, fields: reading.fields.map((own) => ({ ...own, places: [] })) }]

  it('take the place of what was read, and keep it', () => {
    const correction = { documentId: 'd01', field: 'company', read: '误读', value: entity.name } as const
    expect(cellsOf(correctReadings(plain, [correction]), 'entity', 'company')).toMatchObject([
      { value: entity.name, readAs: '误读', isCorrected: true, match: { match: 'same' } },
    ])
  })

  it('of something that is read otherwise now say nothing', () => {
    const stale = { documentId: 'd01', field: 'company', read: '另一读', value: entity.name } as const
    expect(cellsOf(correctReadings(plain, [stale]), 'entity', 'company')).toMatchObject([
      { value: '误读', isCorrected: false, match: { match: 'different' } },
    ])
  })
})
