import type { Application, fieldChangeSchema } from '../../domain/filing'
import type { z } from 'zod'

type FieldChange = z.output<typeof fieldChangeSchema>

export interface ChangeAt {
  readonly change: FieldChange
  /** `application.changes.0` */
  readonly path: string
}

/**
 * Changes of a change order that touch one of these fields, a part of it or the whole around it. Fields are paths below `application`,
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
    .filter(({ change }) => wanted.some((parts) => touches(partsOf(change.field), parts)))
}

function partsOf(path: string): readonly string[] {
  return path
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((part) => part !== '' && part !== 'application')
}

/** The changed field is the wanted one, a part of it, or the whole that it is a part of. */
function touches(changed: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((part, index) => {
    const other = changed[index]
    return other === undefined || other === part || (part === '*' && /^\d+$/.test(other))
  })
}
