/**
 * What the parts of a dossier are, for who hears it or takes it apart by program (ISO 32000-1, 14.7 and 14.8.4). The
 * layout says it while it draws; `structureTree.ts` writes it into the PDF.
 */

/** Hold other elements. */
export type GroupRole = 'Document' | 'Sect' | 'TOC' | 'TOCI' | 'Table' | 'TR'
/** Hold what is drawn. */
export type ContentRole = 'H1' | 'H2' | 'H3' | 'P' | 'Reference' | 'TH' | 'TD' | 'Figure'

export interface ElementAttributes {
  /** Name of a part that has no heading on its page. */
  readonly title?: string
  /** Says in words what a picture is. */
  readonly alt?: string
  /** What a head cell is the head of. */
  readonly scope?: 'Row' | 'Column'
  /** Columns that a cell spans, if more than one. */
  readonly columns?: number
  /** Where a picture stands, in points from the top left corner of its page. */
  readonly box?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

export interface GroupElement extends ElementAttributes {
  readonly role: GroupRole
  /** In reading order. */
  readonly children: StructureElement[]
}

export interface ContentElement extends ElementAttributes {
  readonly role: ContentRole
}

export type StructureElement = GroupElement | ContentElement

export function isGroup(element: StructureElement): element is GroupElement {
  return 'children' in element
}

/** The content elements below an element, in reading order. */
export function contentOf(element: StructureElement): readonly ContentElement[] {
  return isGroup(element) ? element.children.flatMap(contentOf) : [element]
}
