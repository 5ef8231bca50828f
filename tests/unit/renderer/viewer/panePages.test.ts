import { describe, expect, it } from 'vitest'
import { reactive } from 'vue'
import { createPanePages } from '../../../../renderer/composables/panePages'
import { pageCount } from '../../../../renderer/review/documentMarks'
import type { Finding } from '../../../../shared/imaging/findings'

/** Two panes with a statement of five pages and a card. */
function setUp(isLinked = false) {
  const shown = reactive<[string | null, string | null]>(['statement', 'card'])
  const pagesOf = (documentId: string) => (documentId === 'card' ? 1 : 5)
  return {
    shown,
    ...createPanePages({ shown, pagesOf, together: (pane) => (isLinked ? [0, 1] : [pane]) }),
  }
}

describe('Pages of the panes', () => {
  it('are turned one by one and end at the last and the first', () => {
    const { pages, turn, turnTo } = setUp()
    turn(1, 0)
    turn(1, 0)
    expect(pages).toEqual([3, 1])
    turnTo(0, 99)
    expect(pages).toEqual([5, 1])
    turn(1, 0)
    expect(pages).toEqual([5, 1])
    turnTo(0, 1)
    turn(-1, 0)
    expect(pages).toEqual([1, 1])
  })

  it('are turned together where the panes are linked, each as far as its document goes', () => {
    const { pages, turn, put } = setUp(true)
    turn(1, 0)
    expect(pages).toEqual([2, 1])
    put('statement', 1)
    turn(1, 1)
    expect(pages).toEqual([3, 2])
  })

  it('begin with the first for another document, and stay for the same', () => {
    const { pages, put, turnTo, canTurn } = setUp()
    turnTo(0, 4)
    put('statement', 0)
    expect(pages[0]).toBe(4)
    put('card', 0)
    expect(pages[0]).toBe(1)
    expect([canTurn(0), canTurn(1)]).toEqual([false, false])
    put('licence', 1)
    expect(canTurn(1)).toBe(true)
  })

  it('are counted by what was measured, up to those that are drawn', () => {
    const counted = (value: number | null): readonly Finding[] => [
      { documentId: 'd', check: 'pages', verdict: 'pass', value, threshold: 100, unit: '' },
    ]
    expect(pageCount(counted(5), 'd')).toBe(5)
    expect(pageCount(counted(5), 'other')).toBe(1)
    expect(pageCount(counted(null), 'd')).toBe(1)
    expect(pageCount(counted(1_000_000), 'd')).toBe(100)
    expect(pageCount([], 'd')).toBe(1)
  })
})
