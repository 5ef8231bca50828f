import { createHash } from 'node:crypto'
import { PDFBool, PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawDossier } from '../../../electron/media/pdf/drawDossier'
import { allNodes, paintedParts, parentRoles, structureOf, type StructureNode } from './pdfStructure'
import { sampleDossier } from './sampleDossier'

/** Long enough that tables, rows and paragraphs go on over the ends of pages; with a picture, a notice and a rare sign. */
let pdf: PDFDocument
let root: StructureNode
let nodes: readonly StructureNode[]

beforeAll(async () => {
  const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#357' } })
    .jpeg()
    .toBuffer()
  const sha256 = createHash('sha256').update(jpeg).digest('hex')
  const input = sampleDossier({
    subtitle: '𠮷田 Star River Network Technology',
    sections: [
      ...sampleDossier().sections,
      {
        title: '二、很长',
        blocks: [
          { block: 'facts', rows: [['备注', '一段没有尽头的话，'.repeat(400)]] },
          {
            block: 'table',
            columns: [
              { title: '名称', share: 1 },
              { title: '说明', share: 2 },
            ],
            rows: Array.from({ length: 60 }, (_, row) => ({
              cells: [`第 ${String(row)} 行`, '格'.repeat(row * 30)],
            })),
            empty: '无',
          },
          {
            block: 'table',
            columns: [
              { title: '空', share: 1 },
              { title: '表', share: 1 },
            ],
            rows: [],
            empty: '无',
          },
        ],
      },
    ],
    pictures: [
      { sha256, title: '材料 1 · 营业执照', caption: ['原件'] },
      { sha256: 'f'.repeat(64), title: '材料 2 · 域名证书', caption: ['原件'], notice: '未重绘' },
    ],
  })
  pdf = await PDFDocument.load(await drawDossier(input, new Map([[sha256, jpeg]])), { updateMetadata: false })
  root = structureOf(pdf)
  nodes = allNodes(root)
})

const withRole = (role: string): readonly StructureNode[] => nodes.filter((node) => node.role === role)

describe('the structure of a dossier', () => {
  it('says that it is there, and shows the title in the window', () => {
    const marked = pdf.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).lookup(PDFName.of('Marked'), PDFBool)
    expect(marked.asBoolean()).toBe(true)
    const preferences = pdf.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict)
    expect(preferences.lookup(PDFName.of('DisplayDocTitle'), PDFBool).asBoolean()).toBe(true)
    expect(root.role).toBe('Document')
  })

  it('has everything that is painted, as a part or as an artifact', () => {
    let tagged = 0
    for (const [page] of pdf.getPages().entries()) {
      const parts = paintedParts(pdf, page)
      expect(parts.filter(({ tag, strokes }) => tag === null || strokes === 0)).toEqual([])
      const numbered = parts.filter(({ tag }) => tag !== 'Artifact')
      expect(numbered.map(({ id }) => id)).toEqual(numbered.map((_, index) => index))
      // The page number and the lines are there, and are no part of the text.
      expect(parts.filter(({ tag }) => tag === 'Artifact')).toHaveLength(1)
      tagged += numbered.length
    }
    expect(tagged).toBeGreaterThan(150)
  })

  it('leads from each marked sequence to its element and back', () => {
    const roles = parentRoles(pdf)
    const led = new Set<string>()
    for (const node of nodes) {
      for (const { page, id } of node.content) {
        expect(roles[page]?.[id]).toBe(node.role)
        expect(paintedParts(pdf, page)[id]).toMatchObject({ tag: node.role, id })
        led.add(`${String(page)}/${String(id)}`)
      }
    }
    expect(led.size).toBe(roles.flat().length)
  })

  it('is painted in reading order', () => {
    const order = nodes.flatMap(({ content }) => content.map(({ page, id }) => page * 10_000 + id))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  it('skips no level of headings', () => {
    const levels = nodes.filter(({ role }) => /^H\d$/.test(role)).map(({ role }) => Number(role.slice(1)))
    expect(levels[0]).toBe(1)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.slice(1).forEach((level, index) => {
      expect(level - (levels[index] ?? 0)).toBeLessThanOrEqual(1)
    })
  })

  it('has as many columns in every row of a table, and each head once', () => {
    const tables = withRole('Table')
    expect(tables.length).toBeGreaterThanOrEqual(5)
    for (const { children: rows } of tables) {
      const widths = rows.map(({ children }) => children.reduce((sum, { columns }) => sum + columns, 0))
      expect(new Set(widths).size).toBe(1)
      const heads = rows.filter(({ children }) => children.every(({ role }) => role === 'TH'))
      expect(heads.length).toBeLessThanOrEqual(1)
    }
    const cells = withRole('TD').filter(({ content }) => content.length > 1)
    expect(cells.length).toBeGreaterThan(0)
  })

  it('says of every picture in words what it is', () => {
    expect(withRole('Figure').map(({ alt }) => alt)).toEqual(['材料 1 · 营业执照'])
  })

  it('has nothing that nobody drew but empty cells', () => {
    const empty = nodes.filter(({ children, content }) => children.length === 0 && content.length === 0)
    expect(new Set(empty.map(({ role }) => role))).toEqual(new Set(['TD']))
  })
})
