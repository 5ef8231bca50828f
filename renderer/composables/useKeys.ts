import { inject, onBeforeUnmount, shallowReactive, type App, type InjectionKey } from 'vue'
import { createCompositionGuard } from './compositionGuard'
import { isComposing, matchesKey, pressesTarget, takesTyping, type KeyBinding } from './keyGuard'

/** Keys of one place. A later scope comes first; an exclusive one (a dialog) hides those below it. */
export interface KeyScope {
  /** Message key of the place's name. */
  readonly place: string
  readonly bindings: readonly KeyBinding[]
  readonly exclusive?: boolean
}

/** The one listener for keys, and the scopes that are open. */
export interface KeyRegistry {
  readonly scopes: KeyScope[]
  /** Offers the event to the scopes, topmost first. True when a binding took it. */
  handle(event: KeyboardEvent): boolean
}

const REGISTRY: InjectionKey<KeyRegistry> = Symbol('keys')

export function createKeyRegistry(): KeyRegistry {
  const scopes = shallowReactive<KeyScope[]>([])

  function handle(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || isComposing(event)) {
      return false
    }
    const typing = takesTyping(event.target)
    for (let i = scopes.length - 1; i >= 0; i--) {
      const scope = scopes[i]
      if (scope === undefined) {
        continue
      }
      const binding = scope.bindings.find(
        (candidate) =>
          matchesKey(event, candidate.key) &&
          (!typing || candidate.inFields === true) &&
          (candidate.enabled?.() ?? true),
      )
      if (binding !== undefined && !pressesTarget(event, event.target)) {
        event.preventDefault()
        binding.run(event)
        return true
      }
      if (scope.exclusive === true) {
        return false
      }
    }
    return false
  }

  return { scopes, handle }
}

/**
 * Installs the registry: the only place in the renderer that listens for keys globally. Keys that belong to the
 * input method end here, so that neither a binding nor a dialog acts on them, and no form is sent by them.
 */
export function installKeys(app: App, registry: KeyRegistry): void {
  app.provide(REGISTRY, registry)
  const guard = createCompositionGuard(() => performance.now())
  const first = { capture: true }
  window.addEventListener('compositionstart', guard.begin, first)
  window.addEventListener('compositionend', guard.end, first)
  window.addEventListener(
    'keydown',
    (event) => {
      if (guard.takes(event)) {
        event.stopImmediatePropagation()
        if (event.key === 'Enter') {
          event.preventDefault()
        }
      }
    },
    first,
  )
  window.addEventListener(
    'submit',
    (event) => {
      if (guard.isSettling()) {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
    },
    first,
  )
  window.addEventListener('keydown', (event) => registry.handle(event))
}

export function useKeyRegistry(): KeyRegistry {
  const registry = inject(REGISTRY)
  if (registry === undefined) {
    throw new Error('The key registry is not installed')
  }
  return registry
}

/** Opens a scope of keys for as long as the component lives. */
export function useKeys(scope: KeyScope): void {
  const { scopes } = useKeyRegistry()
  scopes.push(scope)
  onBeforeUnmount(() => {
    const at = scopes.indexOf(scope)
    if (at >= 0) {
      scopes.splice(at, 1)
    }
  })
}
