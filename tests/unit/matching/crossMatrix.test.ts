import { describe, expect, it } from 'vitest'
import { correctReadings } from '../../../shared/matching/corrections'
import {
  crossMatrix,
  type CorrectableField,
  type DocumentReading,
} from '../../../shared/matching/crossMatrix'
import { makeApplicant } from '../../specimens/filing/applicant'
import { makeApplication } from '../../specimens/filing/application'
import { makeSocialCreditCode } from '../../specimens/people/organisation'
import { createRandom } from '../../specimens/random'
import { resolveOptions } from '../../specimens/options'

const TODAY = '2026-11-22'
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
  return crossMatrix(application, readings, TODAY).find((row) => row.subject === subject && row.fact === fact)
    ?.cells
}

describe('the matrix of form and papers', () => {
  it('has a row for every fact of the form, with or without a paper', () => {
    const rows = crossMatrix(application, [], TODAY)
    expect(rows.map(({ subject, fact }) => `${subject} ${fact}`)).toEqual([
      'entity company',
      'entity credit-code',
      'entity qr-code',
      'entity legal-representative',
      'entity address',
      'entity validity',
      'entity-principal name',
      'entity-principal number',
      'entity-principal address',
      'entity-principal issuing-region',
      'entity-principal issuer',
      'entity-principal valid-from',
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
      crossMatrix(ofTwo, [card], TODAY).find((row) => row.subject === subject && row.fact === 'name')?.cells
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

describe('what is compared by more than its spelling', () => {
  const { principal } = entity
  const card = (...fields: readonly CorrectableField[]): DocumentReading => ({
    documentId: 'd02',
    kind: 'resident-id',
    face: 'portrait',
    owner: 'entity-principal',
    fields,
  })
  const matchOf = (reading: DocumentReading, subject: string, fact: string) =>
    cellsOf([reading], subject, fact)?.map(({ match }) => match.match)

  it('is the code in squares, by the credit code in it', () => {
    const code = entity.certificate.number
    const say = (text: string) => matchOf(licence(field('qr-code', text)), 'entity', 'qr-code')
    expect(say(`https://licence.example/check?uniscid=${code}`)).toEqual(['same'])
    expect(say('https://licence.example/check?uniscid=91110000PDY000001N')).toEqual(['unknown'])
    expect(say('https://licence.example/')).toEqual(['unknown'])
    const other = makeSocialCreditCode(createRandom('other'), '91', '110000')
    expect(say(`https://licence.example/${other}`)).toEqual(['different'])
  })

  it('is where a card comes from, which differs only for a look', () => {
    const { number, address = '' } = principal.certificate
    const region = (value: string) =>
      matchOf(card(field('number', value)), 'entity-principal', 'issuing-region')
    expect(region(number)).toEqual(['same'])
    const elsewhere = address.startsWith('北京市') ? '310000' : '110000'
    expect(region(`${elsewhere}${number.slice(6)}`)).toEqual(['unknown'])
    const issuer = (value: string) => matchOf(card(field('issuer', value)), 'entity-principal', 'issuer')
    const city = /(?:省|自治区)?(\p{Script=Han}+?市)/u.exec(address)?.[1] ?? ''
    expect(issuer(`${city}公安局某分局`)).toEqual(['same'])
    expect(issuer('别处市公安局')).toEqual(['unknown'])
    expect(issuer('不成样子')).toEqual(['unknown'])
  })

  it('is a reading that lacks a character, which never passes', () => {
    const name = `${principal.name}\uFFFD`
    const lacking = card(field('name', name, { proof: 'incomplete' }))
    expect(matchOf(lacking, 'entity-principal', 'name')).toEqual(['unknown'])
    const asTheForm = card(field('name', principal.name, { proof: 'incomplete' }))
    expect(matchOf(asTheForm, 'entity-principal', 'name')).toEqual(['unknown'])
    const corrected = card(field('name', principal.name, { proof: 'none', isCorrected: true }))
    expect(matchOf(corrected, 'entity-principal', 'name')).toEqual(['same'])
  })

  it('is a doubtful reading that differs, and the page of a document that it was read from', () => {
    const doubtful = card(field('name', '另一人', { proof: 'doubtful', page: 2 }))
    const cells = cellsOf([doubtful], 'entity-principal', 'name')
    expect(cells).toMatchObject([{ match: { match: 'unknown' }, page: 2, isExpired: false }])
    const plain = cellsOf([card(field('name', '另一人', { proof: 'form' }))], 'entity-principal', 'name')
    expect(plain).toMatchObject([{ match: { match: 'different' } }])
    expect(plain?.some((cell) => 'page' in cell)).toBe(false)
    // Only what runs out is over: a first day in the past is none of it.
    const begun = card(field('valid-from', '2020-01-01'))
    expect(cellsOf([begun], 'entity-principal', 'valid-from')).toMatchObject([{ isExpired: false }])
  })

  it.each([
    ['2026-11-21', true],
    ['2026-11-22', false],
    ['long-term', false],
    ['2026.02.30', false],
    ['至2026-11-20', false],
    ['2026-11-20止', false],
  ])('is a validity until %s, by the day', (value, isExpired) => {
    const back = { ...card(field('valid-to', value)), face: 'emblem' } as const
    expect(cellsOf([back], 'entity-principal', 'validity')).toMatchObject([{ isExpired }])
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

  it('are of one field of one document, and of no other that was read the same', () => {
    const fields = [...reading.fields, { ...reading.fields[0], field: 'legal-representative' as const }]
    const two = ['d01', 'd02'].map((documentId) => ({
      ...reading,
      documentId,
      fields: fields.map((own) => ({ ...own, proof: 'doubtful' as const, places: [] })),
    }))
    const correction = {
      documentId: 'd02',
      field: 'legal-representative',
      read: '误读',
      value: '正读',
    } as const
    expect(
      correctReadings(two, [correction]).flatMap(({ documentId, fields: own }) =>
        own.map(({ field: name, value, proof, isCorrected }) => [
          documentId,
          name,
          value,
          proof,
          isCorrected,
        ]),
      ),
    ).toEqual([
      ['d01', 'company', '误读', 'doubtful', false],
      ['d01', 'legal-representative', '误读', 'doubtful', false],
      ['d02', 'company', '误读', 'doubtful', false],
      ['d02', 'legal-representative', '正读', 'none', true],
    ])
  })

  it('of something that is read otherwise now say nothing', () => {
    const stale = { documentId: 'd01', field: 'company', read: '另一读', value: entity.name } as const
    expect(cellsOf(correctReadings(plain, [stale]), 'entity', 'company')).toMatchObject([
      { value: '误读', isCorrected: false, match: { match: 'different' } },
    ])
  })
})
