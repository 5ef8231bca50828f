import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { passedCase } from './passedCase'
import { administrationRecord } from '../../../electron/workflows/packages/administration/administrationRecord'
import { recordXml, xmlText } from '../../../electron/workflows/packages/administration/recordXml'
import { decidingDecision } from '../../../shared/package/decidingDecision'
import { originalFiles } from '../../../electron/workflows/packages/originalFiles'
import { FILING_TYPES } from '../../../shared/domain/filingTypes'
import type { AdministrationRecord } from '../../../shared/package/administrationRecord'
import { currentRound } from '../../../shared/protocol/case'
import type { SpecimenOptions } from '../../specimens/options'

let schema: string

beforeAll(async () => {
  const file = path.resolve(import.meta.dirname, '../../../docs/schema/administration-record.xsd')
  schema = await readFile(file, 'utf8')
})

async function recordOf(options: Partial<SpecimenOptions> = {}): Promise<AdministrationRecord> {
  const { filingCase } = await passedCase(options)
  const decision = decidingDecision(filingCase)
  if (!decision) {
    throw new Error('not passed')
  }
  return administrationRecord(filingCase, decision, originalFiles(currentRound(filingCase).documents, []))
}

/** libxml2's word: well-formed, and as the published schema says. */
async function problemsOf(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: { fileName: 'record.xml', contents: xml }, schema })
  return errors.map(({ message }) => message)
}

/** Text content as libxml2 reads it, of one element in a document of its own. */
async function readBack(text: string): Promise<string> {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<t>${xmlText(text)}</t>`
  const { errors, normalized } = await validateXML({
    xml: { fileName: 't.xml', contents: xml },
    normalization: 'c14n',
    extension: 'schema',
    schema:
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="t" type="xs:string"/></xs:schema>',
  })
  expect(errors).toEqual([])
  return normalized
}

describe('the record for the administration', () => {
  it.each(FILING_TYPES)('of %s is XML by its schema', async (filingType) => {
    expect(await problemsOf(recordXml(await recordOf({ filingType, seed: `xml-${filingType}` })))).toEqual([])
  })

  it.each([
    ['individual', 5, 2],
    ['enterprise', 4, 1],
    ['sole-trader', 4, 1],
    ['government', 2, 13],
    ['institution', 3, 15],
    ['social-organisation', 6, 6],
    ['private-non-enterprise', 7, 17],
    ['foundation', 8, 19],
    ['law-firm', 9, 21],
    ['foreign-representative-office', 4, 27],
    ['other', null, null],
  ] as const)('numbers %s as nature %s with certificate %s', async (nature, code, certificate) => {
    const { entity } = await recordOf({ nature, seed: `nature-${nature}` })
    expect([entity.nature.code, entity.certificate.type.code]).toEqual([code, certificate])
  })

  it('says codes and names as the tables do', async () => {
    const record = await recordOf()
    const [service] = record.services
    expect(record.requestType).toEqual({ code: 0, name: '首次备案' })
    expect(record.entity.nature).toEqual({ code: 4, name: '企业' })
    expect(record.entity.certificate.type).toEqual({ code: 1, name: '统一社会信用代码' })
    expect(record.entity.principal.certificate.type).toEqual({ code: 2, name: '居民身份证' })
    expect(service?.languages).toContainEqual({ code: 1, name: '中文简体' })
    expect(service?.contents.every(({ code }) => code !== null)).toBe(true)
    const xml = recordXml(record)
    expect(xml).toContain('<nature code="4">企业</nature>')
    expect(xml).toContain('<language code="1">中文简体</language>')
  })

  it('says of a paper which rule it answers, and what the administration calls it', async () => {
    const { filingCase } = await passedCase({ province: '330000', seed: 'own-name' })
    const decision = decidingDecision(filingCase)
    const [first, ...others] = currentRound(filingCase).documents
    if (!first || !decision) {
      throw new Error('no document')
    }
    const letter = { ...first, kind: 'name-change-letter' as const }
    const asked = {
      ...{ ruleId: '330000:zj-rename-letter', rule: { zh: '工商更名函', en: 'Letter' }, isSure: true },
      ...{ kinds: [letter.kind], face: null, personPath: null, serviceId: null, documentIds: [letter.id] },
    }
    const record = administrationRecord(filingCase, decision, originalFiles([...others, letter], [asked]))
    expect(record.documents[0]).toMatchObject({
      name: '主体更名函/变更证明',
      ownName: '工商更名函',
      ruleId: '330000:zj-rename-letter',
    })
    expect(record.documents[1]).not.toHaveProperty('ownName')
    expect(recordXml(record)).toContain('<ownName>工商更名函</ownName>')
    expect(await problemsOf(recordXml(record))).toEqual([])
  })

  it('is refused by the schema when an element is missing, so the schema means something', async () => {
    const xml = recordXml(await recordOf()).replace(/\n {4}<nature [^\n]*/, '')
    expect((await problemsOf(xml)).join()).toContain('nature')
  })
})

describe('xmlText', () => {
  it('writes any text so that an independent parser reads a well-formed document', async () => {
    const hostile = [
      '<script>&amp;]]></t>',
      '"\'<!-- -->',
      'a\u0000b\u0008c',
      '\ud800lone',
      '\uffff\ufffe',
      '𠮷田㐂',
      'x\r\ny\tz',
    ].join('|')
    const read = await readBack(hostile)
    expect(read).toContain('&lt;script&gt;&amp;amp;]]&gt;&lt;/t&gt;')
    expect(read).toContain('𠮷田㐂')
    expect(read).toContain('x&#xD;\ny\tz')
    expect(read).toContain('a\ufffdb\ufffdc|\ufffdlone|\ufffd\ufffd')
  })

  it('never leaves a sign that XML does not have, whatever comes', async () => {
    const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 60 }), { numRuns: 60, seed: 7 })
    const body = texts.map((text) => `<t a="${xmlText(text)}">${xmlText(text)}</t>`).join('')
    const { errors } = await validateXML({
      xml: { fileName: 'all.xml', contents: `<?xml version="1.0" encoding="UTF-8"?><all>${body}</all>` },
      schema: ANYTHING,
    })
    expect(errors).toEqual([])
  })
})

const ANYTHING = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="all"><xs:complexType>
<xs:sequence><xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element></xs:schema>`
