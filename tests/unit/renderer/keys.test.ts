import { describe, expect, it, vi } from 'vitest'
import { isComposing, matchesKey, takesTyping } from '../../../renderer/composables/keyGuard'
import { createKeyRegistry } from '../../../renderer/composables/useKeys'

function press(key: string, part: Partial<KeyboardEvent> = {}): KeyboardEvent {
  const event = {
    key,
    keyCode: 0,
    isComposing: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    defaultPrevented: false,
    target: null,
    preventDefault: vi.fn(),
    ...part,
  }
  return event as unknown as KeyboardEvent
}

function element(tagName: string, part: object = {}): EventTarget {
  return { tagName, isContentEditable: false, ...part } as unknown as EventTarget
}

describe('keys', () => {
  it.each([
    ['while composing', { isComposing: true, keyCode: 13 }, true],
    ['the Enter that ends a composition', { isComposing: false, keyCode: 229 }, true],
    ['an ordinary Enter', { isComposing: false, keyCode: 13 }, false],
  ])('knows %s', (_, event, expected) => {
    expect(isComposing(event)).toBe(expected)
  })

  it.each([
    ['n', 'n', {}, true],
    ['n', 'N', {}, true],
    ['n', 'n', { ctrlKey: true }, false],
    ['n', 'n', { altKey: true }, false],
    ['Ctrl+k', 'k', { ctrlKey: true }, true],
    ['Ctrl+k', 'k', { metaKey: true }, true],
    ['Ctrl+k', 'k', {}, false],
    ['Ctrl+Enter', 'Enter', { ctrlKey: true }, true],
    ['?', '?', {}, true],
    [' ', ' ', {}, true],
    ['Shift+b', 'B', { shiftKey: true }, true],
    ['Shift+b', 'b', {}, false],
    ['Shift+ArrowLeft', 'ArrowLeft', { shiftKey: true }, true],
    ['b', 'B', { shiftKey: true }, true],
  ])('matches binding %j against key %j', (binding, key, part, expected) => {
    expect(matchesKey(press(key, part), binding)).toBe(expected)
  })

  it.each([
    ['INPUT', { type: 'text' }, true],
    ['INPUT', { type: 'checkbox' }, false],
    ['TEXTAREA', {}, true],
    ['SELECT', {}, true],
    ['DIV', { isContentEditable: true }, true],
    ['BUTTON', {}, false],
  ])('knows whether typing goes into %s %j', (tagName, part, expected) => {
    expect(takesTyping(element(tagName, part))).toBe(expected)
  })

  it('fires nothing while the input method composes, nor in text fields', () => {
    const run = vi.fn()
    const registry = createKeyRegistry()
    registry.scopes.push({ place: 'queue', bindings: [{ key: 'n', label: 'drawNext', run }] })
    expect(registry.handle(press('n', { isComposing: true }))).toBe(false)
    expect(registry.handle(press('n', { keyCode: 229 }))).toBe(false)
    expect(registry.handle(press('n', { target: element('TEXTAREA') }))).toBe(false)
    expect(run).not.toHaveBeenCalled()
    expect(registry.handle(press('n'))).toBe(true)
    expect(run).toHaveBeenCalledOnce()
  })

  it('lets a binding for fields act while typing, and a button keep its own Enter', () => {
    const confirm = vi.fn()
    const open = vi.fn()
    const registry = createKeyRegistry()
    registry.scopes.push({
      place: 'case',
      bindings: [
        { key: 'Ctrl+Enter', label: 'confirm', inFields: true, run: confirm },
        { key: 'Enter', label: 'open', run: open },
      ],
    })
    registry.handle(press('Enter', { ctrlKey: true, target: element('TEXTAREA') }))
    registry.handle(press('Enter', { target: element('BUTTON') }))
    expect(confirm).toHaveBeenCalledOnce()
    expect(open).not.toHaveBeenCalled()
  })

  it('asks the topmost scope first and nothing below an exclusive one', () => {
    const below = vi.fn()
    const above = vi.fn()
    const registry = createKeyRegistry()
    registry.scopes.push(
      { place: 'frame', bindings: [{ key: 'n', label: 'drawNext', run: below }] },
      { place: 'dialog', exclusive: true, bindings: [{ key: 'j', label: 'down', run: above }] },
    )
    registry.handle(press('n'))
    registry.handle(press('j'))
    expect(below).not.toHaveBeenCalled()
    expect(above).toHaveBeenCalledOnce()
    registry.scopes.pop()
    registry.handle(press('n'))
    expect(below).toHaveBeenCalledOnce()
  })

  it('passes over a binding that is not enabled', () => {
    const disabled = vi.fn()
    const fallback = vi.fn()
    const registry = createKeyRegistry()
    registry.scopes.push(
      { place: 'frame', bindings: [{ key: 'n', label: 'drawNext', run: fallback }] },
      { place: 'case', bindings: [{ key: 'n', label: 'drawNext', enabled: () => false, run: disabled }] },
    )
    registry.handle(press('n'))
    expect(disabled).not.toHaveBeenCalled()
    expect(fallback).toHaveBeenCalledOnce()
  })
})
