import type { Application, fieldChangeSchema } from '../../domain/filing'
import type { z } from 'zod'

type FieldChange = z.output<typeof fieldChangeSchema>

export interface ChangeAt {
  readonly change: FieldChange
  /** `application.changes.0` */
  readonly path: string
}

/**
 * Changes of a change order that touch one of these fields or a part of it. Fields are paths below `application`,
 * `*` stands for a number: `services.*.domains` finds `application.services[0].domains` as well as
 * `services.0.domains.1.name`.
 */
export function changesOf(application: Application, fields: readonly string[]): readonly ChangeAt[] {
  if (application.filingType !== 'change') {
    return []
  }
  const wanted = fields.map(partsOf)
  return application.changes
    .map((change, index) => ({ change, path: `application.changes.${String(index)}` }))
    .filter(({ change }) => wanted.some((parts) => startsWith(partsOf(change.field), parts)))
}

function partsOf(path: string): readonly string[] {
  return path
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((part) => part !== '' && part !== 'application')
}

function startsWith(parts: readonly string[], prefix: readonly string[]): boolean {
  return prefix.every((wanted, index) => {
    const part = parts[index]
    return wanted === '*' ? part !== undefined && /^\d+$/.test(part) : part === wanted
  })
}
