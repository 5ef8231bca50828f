import { reactive } from 'vue'
import type { PaneIndex } from './useDocumentPanes'

interface PanePagesInput {
  /** Documents that the panes show. */
  readonly shown: [string | null, string | null]
  /** How many pages of a document can be looked at. */
  readonly pagesOf: (documentId: string) => number
  /** Panes that turn together with this one. */
  readonly together: (pane: PaneIndex) => readonly PaneIndex[]
}

/** Which page of its document each pane shows; pictures have one. */
export function createPanePages({ shown, pagesOf, together }: PanePagesInput) {
  const pages = reactive<[number, number]>([1, 1])

  /** Shows a document; another one than before begins with its first page. */
  function put(documentId: string, pane: PaneIndex): void {
    pages[pane] = shown[pane] === documentId ? pages[pane] : 1
    shown[pane] = documentId
  }

  /** As near to the page as the document has one. */
  function turnTo(pane: PaneIndex, page: number): void {
    const documentId = shown[pane]
    pages[pane] = documentId === null ? 1 : Math.max(1, Math.min(pagesOf(documentId), page))
  }

  /** Turns the pane, and those that go with it, on or back. */
  function turn(by: 1 | -1, pane: PaneIndex): void {
    for (const own of together(pane)) {
      turnTo(own, pages[own] + by)
    }
  }

  /** Whether the pane's document has more pages than one. */
  function canTurn(pane: PaneIndex): boolean {
    const documentId = shown[pane]
    return documentId !== null && pagesOf(documentId) > 1
  }

  return { pages, put, turnTo, turn, canTurn }
}
