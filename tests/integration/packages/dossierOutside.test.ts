import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { passedCase } from './passedCase'
import { readZip } from '../../../electron/common/archive/readZip'
import { withPdf, type PagePixels } from '../../../electron/media/pages/openPdf'
import { buildPackage } from '../../../electron/workflows/packages/buildPackage'
import { DOSSIER_PATH } from '../../../shared/package/manifest'
import { currentRound, type Case } from '../../../shared/protocol/case'

/** What programs that are not ours make of a dossier: qpdf of its structure, poppler of its text and of its looks. */

const run = promisify(execFile)
const DOTS = 96
/** The cover and the first page of the form, where the names stand. */
const COMPARED = 2
/** Characters of names that common fonts lack; the first three are in the dossier's font, the last is not. */
const RARE = '龘㙍㐂𠮷'

let folder: string
let file: string
let pdf: Uint8Array
let filingCase: Case

beforeAll(async () => {
  const request = await passedCase({ seed: 'outside' })
  const rounds = request.filingCase.rounds.map((round) => {
    const { entity } = round.application
    const application = { ...round.application, entity: { ...entity, name: `${RARE}${entity.name}` } }
    return { ...round, application }
  })
  filingCase = { ...request.filingCase, rounds }
  const built = await buildPackage({ ...request, filingCase })
  const read = built.ok ? readZip(built.value.bytes, { entries: 100, totalBytes: 1e9 }) : built
  const dossier = read.ok ? read.value.entries.find((entry) => entry.path === DOSSIER_PATH) : undefined
  if (!dossier) {
    throw new Error('no dossier')
  }
  pdf = dossier.bytes
  folder = await mkdtemp(path.join(os.tmpdir(), 'beian-outside-'))
  file = path.join(folder, 'dossier.pdf')
  await writeFile(file, pdf)
})
afterAll(() => rm(folder, { recursive: true }))

describe('a dossier in the hands of other programs', () => {
  it('passes qpdf without a word of warning', async () => {
    const { stdout, stderr } = await run('qpdf', ['--check', file])
    expect(stderr).toBe('')
    expect(stdout).toContain('No syntax or stream encoding errors found')
  })

  it('says its language, title and bookmarks', async () => {
    const { stdout } = await run('qpdf', ['--json', '--json-key=outlines', '--json-key=qpdf', file], {
      maxBuffer: 1e9,
    })
    const { outlines, qpdf } = JSON.parse(stdout) as {
      readonly outlines: ReadonlyArray<{ readonly title: string; readonly destpageposfrom1: number }>
      readonly qpdf: unknown
    }
    expect(outlines.length).toBeGreaterThan(6)
    expect(outlines.every(({ destpageposfrom1 }) => destpageposfrom1 > 0)).toBe(true)
    expect(JSON.stringify(qpdf)).toContain('zh-CN')
    const info = await run('pdfinfo', [file])
    expect(info.stdout).toMatch(/Tagged: +yes/)
    expect(info.stdout).toContain(`Subject:         ${filingCase.orderNumber}`)
    expect(info.stdout).toMatch(/Title: +ICP 备案初审材料/)
  })

  it('is read by its structure in the order of the pages, without page numbers and running heads', async () => {
    const { stdout } = await run('pdfinfo', ['-struct-text', '-enc', 'UTF-8', file], { maxBuffer: 1e8 })
    const lines = stdout.split('\n').map((line) => line.trim())
    const headings = lines.flatMap((line, index) =>
      /^H[12] \(block\)$/.test(line) ? [lines[index + 1]] : [],
    )
    const { application, documents } = currentRound(filingCase)
    expect(headings.slice(0, 4)).toEqual([
      '"ICP 备案初审材料"',
      '"目录"',
      '"一、主体信息"',
      '"二、负责人信息"',
    ])
    const pictures = headings.filter((heading) => heading?.startsWith('"材料 '))
    expect(pictures.map((heading) => heading?.slice(0, 5))).toEqual(
      documents.map((_, index) => `"材料 ${String(index + 1)}`),
    )
    expect(stdout).not.toMatch(/第 \d+ 页，共 \d+ 页/)
    // The running head says it on every page; the text says it on the cover alone.
    expect(lines.filter((line) => line === `"${filingCase.orderNumber}"`)).toHaveLength(1)
    const text = lines.filter((line) => line.startsWith('"')).join('')
    const words = wordsOf(application).map((word) => word.replaceAll('𠮷', '〓(U+20BB7)'))
    expect(words.filter((word) => !text.includes(word))).toEqual([])
    // Poppler goes through a page again for every element on it.
  }, 120_000)

  it('gives every field of the form when its text is taken out', async () => {
    const { stdout } = await run('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], { maxBuffer: 1e8 })
    // Lines break anywhere in Chinese; a narrow space stands between Chinese and latin.
    const text = stdout.replace(/\s/g, '')
    const { application } = currentRound(filingCase)
    const missing = wordsOf(application)
      .map((word) => word.replace(/\s/g, ''))
      .map((word) => word.replaceAll('𠮷', '〓(U+20BB7)'))
      .filter((word) => !text.includes(word))
    expect(missing).toEqual([])
  })

  it('looks alike in two programs that share no code, rare characters included', async () => {
    await run('pdftoppm', [
      '-l',
      String(COMPARED),
      '-r',
      String(DOTS),
      '-gray',
      '-png',
      file,
      path.join(folder, 'page'),
    ])
    const pages = await withPdf(pdf, async (opened) => {
      const drawn: PagePixels[] = []
      for (let page = 1; page <= COMPARED; page += 1) {
        const pixels = await opened.draw(page, Math.round((841.89 / 72) * DOTS))
        if (!pixels.ok) {
          return pixels
        }
        drawn.push(pixels.value)
      }
      return { ok: true, value: { drawn, pages: opened.pages } }
    })
    if (!pages.ok) {
      throw new Error(pages.error)
    }
    const digits = String(pages.value.pages).length
    for (const [index, own] of pages.value.drawn.entries()) {
      const name = `page-${String(index + 1).padStart(digits, '0')}.png`
      const other = await cells(sharp(path.join(folder, name)))
      const ours = await cells(
        sharp(own.rgba, { raw: { width: own.width, height: own.height, channels: 4 } }),
      )
      expect(worst(ours, other), `page ${String(index + 1)}`).toBeLessThan(BOUND)
      // A single character that one of them left blank would show.
      expect(worst(withoutDarkest(ours), other)).toBeGreaterThan(BOUND)
    }
  }, 120_000)
})

/** Difference of ink in a cell, of 255: programs smooth edges in their own ways, by a fifth of this. */
const BOUND = 45
const CELL = 12

interface Cells {
  readonly data: Uint8Array
  readonly width: number
}

/** The page in cells of about a character, so that a shift by a pixel does not count and a missing character does. */
async function cells(picture: Sharp): Promise<Cells> {
  const { data, info } = await picture
    .flatten({ background: 'white' })
    .grayscale()
    .resize({ width: Math.round(794 / CELL), height: Math.round(1123 / CELL), fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width }
}

function worst(one: Cells, other: Cells): number {
  return one.data.reduce(
    (most, value, index) => Math.max(most, Math.abs(value - (other.data[index] ?? 0))),
    0,
  )
}

/** The same with one character blanked: the cell with the most ink becomes paper. */
function withoutDarkest({ data, width }: Cells): Cells {
  const darkest = data.indexOf(Math.min(...data))
  return { data: data.map((value, index) => (index === darkest ? 255 : value)), width }
}

/** What an applicant typed: every text of the form that is no code of ours. */
function wordsOf(application: ReturnType<typeof currentRound>['application']): readonly string[] {
  const { entity } = application
  const services = 'services' in application ? application.services : []
  const people = [entity.principal, ...services.map(({ principal }) => principal)]
  return [
    entity.name,
    entity.certificate.number,
    entity.mailingAddress,
    entity.legalRepresentative,
    ...people.flatMap(({ name, mobile, email, certificate }) => [name, mobile, email, certificate.number]),
    ...services.flatMap(({ name, domains, access, contentCategories, languages }) => [
      name,
      ...contentCategories,
      ...languages,
      ...domains.flatMap((domain) => [domain.name, domain.registrar, domain.registrantName]),
      ...(access ? [access.serviceNumber, ...access.ipAddresses] : []),
    ]),
  ].filter((word) => word !== undefined)
}
