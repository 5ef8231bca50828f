/**
 * The page is thrown away when the desk locks. Where it was is kept in its own address alone, which lives as long as the
 * window; an address of the desk holds ids and nothing of a person.
 */
export function notePlace(path: string): void {
  history.replaceState(null, '', `#${path}`)
}

/** Where the person was when the desk locked, once; null when nothing was noted. */
export function takePlace(): string | null {
  const path = location.hash.slice(1)
  history.replaceState(null, '', location.pathname)
  return path.startsWith('/') ? path : null
}
