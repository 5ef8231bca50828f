import { z } from 'zod'
import { deviceEntrySchema, serverEntrySchema } from '../../shared/audit/chainEntries'
import { idSchema } from '../../shared/domain/identity'
import { auditStateReplySchema } from '../../shared/protocol/audit'

/** One line of a kept audit: first what the server says of itself, then every chain entry by entry. */
export const auditLineSchema = z.union([
  z.strictObject({ state: auditStateReplySchema }),
  z.strictObject({ server: serverEntrySchema }),
  z.strictObject({ device: idSchema, entry: deviceEntrySchema }),
])
export type AuditLine = z.output<typeof auditLineSchema>
