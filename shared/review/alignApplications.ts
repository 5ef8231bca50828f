import type { Application } from '../domain/filing'
import { isWithin, normalPath } from '../domain/fieldPaths'

/** A value of a form with its path in `filing.json`. */
interface Place {
  readonly path: string
  readonly value: unknown
}

/** The same thing in two rounds; null where a round does not have it. */
export interface Aligned {
  readonly before: Place | null
  readonly after: Place | null
}

/** Root of every path of a form. */
const ROOT = 'application'

/** What tells the entries of a list apart, whatever their places: by the list's name. */
const ENTRY_KEYS: Readonly<Record<string, readonly string[]>> = {
  services: ['id'],
  domains: ['name'],
  platforms: ['os', 'packageName'],
  preApprovals: ['category', 'number'],
  changes: ['field'],
}

/**
 * Lays two forms over each other: every value, containers included, beside the one it was in the other round. Entries
 * of lists find each other by their key and never by their place; where one entry is left over on both sides, it is the
 * same one under a new key (a corrected domain). Order: as `after` has them, then what only `before` has.
 */
export function alignApplications(before: Application, after: Application): readonly Aligned[] {
  return align({ path: ROOT, value: before }, { path: ROOT, value: after })
}

/** Path under which the field of the earlier form stands in the later one; null when it is gone. */
export function pathInLater(aligned: readonly Aligned[], pathBefore: string): string | null {
  const wanted = normalPath(pathBefore)
  const around = aligned
    .filter(({ before }) => before !== null && isWithin(wanted, before.path))
    .sort((a, b) => (b.before?.path.length ?? 0) - (a.before?.path.length ?? 0))
  const [closest] = around
  if (closest === undefined || closest.before === null || closest.after === null) {
    return null
  }
  return closest.after.path + wanted.slice(closest.before.path.length)
}

function align(before: Place | null, after: Place | null): readonly Aligned[] {
  const own = { before, after }
  const kinds = new Set([before, after].flatMap((place) => (place === null ? [] : [kindOf(place.value)])))
  if (kinds.size > 1) {
    // The schema keeps a field of one kind; a form that does otherwise is gone and new.
    return [...align(before, null), ...align(null, after)]
  }
  const [kind] = kinds
  if (kind === 'list') {
    return [own, ...alignEntries(before, after)]
  }
  if (kind === 'object') {
    const names = [...new Set([...namesOf(after), ...namesOf(before)])]
    return [own, ...names.flatMap((name) => align(memberOf(before, name), memberOf(after, name)))]
  }
  return [own]
}

function alignEntries(before: Place | null, after: Place | null): readonly Aligned[] {
  const earlier = entriesOf(before)
  const later = entriesOf(after)
  const newKeys = [...later.keys()].filter((key) => !earlier.has(key))
  const goneKeys = [...earlier.keys()].filter((key) => !later.has(key))
  const renamed = newKeys.length === 1 && goneKeys.length === 1
  const kept = [...later].flatMap(([key, place]) => {
    const old = earlier.get(key) ?? (renamed ? earlier.get(goneKeys[0] ?? '') : undefined)
    return align(old ?? null, place)
  })
  const gone = renamed ? [] : goneKeys.flatMap((key) => align(earlier.get(key) ?? null, null))
  return [...kept, ...gone]
}

/** Entries of a list by their keys; those that share one are told apart by their order. */
function entriesOf(place: Place | null): ReadonlyMap<string, Place> {
  const entries = new Map<string, Place>()
  if (place === null) {
    return entries
  }
  const name = place.path.slice(place.path.lastIndexOf('.') + 1)
  for (const [index, value] of (place.value as readonly unknown[]).entries()) {
    const key = keyOf(name, value)
    let number = 0
    while (entries.has(JSON.stringify([key, number]))) {
      number += 1
    }
    entries.set(JSON.stringify([key, number]), { path: `${place.path}.${String(index)}`, value })
  }
  return entries
}

function keyOf(listName: string, entry: unknown): unknown {
  if (kindOf(entry) !== 'object') {
    return entry
  }
  const fields = entry as Readonly<Record<string, unknown>>
  return (ENTRY_KEYS[listName] ?? Object.keys(fields)).map((name) => fields[name])
}

function kindOf(value: unknown): 'list' | 'object' | 'leaf' {
  if (Array.isArray(value)) {
    return 'list'
  }
  return typeof value === 'object' && value !== null ? 'object' : 'leaf'
}

function namesOf(place: Place | null): readonly string[] {
  return place === null ? [] : Object.keys(place.value as object)
}

function memberOf(place: Place | null, name: string): Place | null {
  const value = (place?.value as Readonly<Record<string, unknown>> | undefined)?.[name]
  return place === null || value === undefined ? null : { path: `${place.path}.${name}`, value }
}
