import { PDFDict, PDFName, type PDFObject } from 'pdf-lib'
import type { PdfFile } from './pdfFile'
import { UnfitPdf } from './unfitPdf'

/** Upper bounds of a tree that an honest program writes: 20 MB hold no more pages. */
const MOST_LEAVES = 20_000
const MOST_DEPTH = 50

export interface PageBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A page, with what it has from the nodes above it. */
export interface PageLeaf {
  readonly dict: PDFDict
  readonly resources: PDFObject | undefined
  /** What is shown of it, in its own units. */
  readonly box: PageBox
  /** Quarter turns clockwise until it is upright. */
  readonly turns: 0 | 1 | 2 | 3
}

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const

/** The pages of a document in their order. As many as it says, else another reader may have shown others. */
export function pageLeaves(file: PdfFile, catalog: PDFDict): readonly PageLeaf[] {
  const root = file.dictAt(catalog, 'Pages')
  if (!root) {
    throw new UnfitPdf('no pages')
  }
  const leaves: PageLeaf[] = []
  const seen = new Set<PDFDict>()
  const walk = (node: PDFDict, above: PDFDict, depth: number): void => {
    if (seen.has(node) || depth > MOST_DEPTH || leaves.length > MOST_LEAVES) {
      throw new UnfitPdf('a tree of pages without an end')
    }
    seen.add(node)
    const own = above.clone()
    for (const key of INHERITED) {
      const value = node.get(PDFName.of(key))
      if (value !== undefined) {
        own.set(PDFName.of(key), value)
      }
    }
    const kids = file.arrayAt(node, 'Kids')
    if (!kids) {
      leaves.push(leafOf(file, node, own))
      return
    }
    for (const kid of kids) {
      const child = file.resolve(kid)
      if (!(child instanceof PDFDict)) {
        throw new UnfitPdf('a page that is not there')
      }
      walk(child, own, depth + 1)
    }
  }
  walk(root, PDFDict.withContext(root.context), 0)
  if (leaves.length === 0 || leaves.length !== file.numberAt(root, 'Count')) {
    throw new UnfitPdf('another number of pages than it says')
  }
  return leaves
}

function leafOf(file: PdfFile, dict: PDFDict, own: PDFDict): PageLeaf {
  const media = boxOf(file.numbersAt(own, 'MediaBox', 4))
  if (!media) {
    throw new UnfitPdf('a page without a size')
  }
  const crop = boxOf(file.numbersAt(own, 'CropBox', 4))
  const turn = (file.numberAt(own, 'Rotate') ?? 0) / 90
  return {
    dict,
    resources: own.get(PDFName.of('Resources')),
    box: crop ? (common(media, crop) ?? media) : media,
    turns: Number.isInteger(turn) ? quarter(turn) : 0,
  }
}

function quarter(turn: number): 0 | 1 | 2 | 3 {
  return ([0, 1, 2, 3] as const)[((turn % 4) + 4) % 4] ?? 0
}

/** Two opposite corners, in any order; null for a box without an inside. */
function boxOf(corners: readonly number[] | undefined): PageBox | null {
  if (!corners) {
    return null
  }
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = corners
  const box = {
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
  }
  return box.width > 0 && box.height > 0 ? box : null
}

function common(one: PageBox, other: PageBox): PageBox | null {
  return boxOfSides(
    Math.max(one.x, other.x),
    Math.max(one.y, other.y),
    Math.min(one.x + one.width, other.x + other.width),
    Math.min(one.y + one.height, other.y + other.height),
  )
}

function boxOfSides(left: number, bottom: number, right: number, top: number): PageBox | null {
  return right > left && top > bottom
    ? { x: left, y: bottom, width: right - left, height: top - bottom }
    : null
}
