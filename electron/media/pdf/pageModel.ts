import type { ContentElement, StructureElement } from './structure'

/**
 * Pages as lists of things to draw, in points from the top left corner. Layout makes them from the input and the
 * fonts' measures alone; painting turns them into PDF. Between the two, everything about a page can be checked.
 */

export type Weight = 'regular' | 'bold'
export type Ink = 'text' | 'muted' | 'accent' | 'rule' | 'fill'

interface TextShape {
  readonly mark: 'text'
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly size: number
  readonly weight: Weight
  readonly ink: Ink
  readonly text: string
}

interface LineShape {
  readonly mark: 'line'
  readonly x1: number
  readonly x2: number
  readonly y: number
  readonly thickness: number
  readonly ink: Ink
}

interface BoxShape {
  readonly mark: 'box'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Filled with the ink, or drawn as a hairline. */
  readonly style: 'fill' | 'outline'
  readonly ink: Ink
}

interface PictureShape {
  readonly mark: 'picture'
  readonly sha256: string
  /** Of a document of several pages, index of the one that is drawn. */
  readonly sheet: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Shape = TextShape | LineShape | BoxShape | PictureShape

/** A shape and what it is a part of; null for what says nothing by itself: lines, page numbers, repeated heads. */
export type Mark = Shape & { readonly element: ContentElement | null }

export interface Bookmark {
  readonly title: string
  /** Index of the page. */
  readonly page: number
  readonly children: readonly Bookmark[]
}

export interface LaidOutDossier {
  readonly pages: ReadonlyArray<readonly Mark[]>
  readonly bookmarks: readonly Bookmark[]
  readonly structure: StructureElement
}

/** ISO A4 in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const

/** A 4 pt grid; the left margin leaves room for binding. */
export const FRAME = { left: 60, right: PAGE.width - 48, top: 76, bottom: PAGE.height - 64 } as const
export const FRAME_WIDTH = FRAME.right - FRAME.left

export const SIZES = { cover: 26, subtitle: 14, section: 14, heading: 10.5, body: 9.5, small: 8 } as const

/** Line height 1.5 as everywhere in Chinese text. */
export function lineHeight(size: number): number {
  return size * 1.5
}
