import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { chinaDate } from '../../shared/calendar/chinaTime'
import { dateSchema, provinceCodeSchema } from '../../shared/domain/filing'
import { recipientsSchema } from '../../shared/ipc/exports'
import { EXPORT_PURPOSES } from '../../shared/protocol/exports'
import { isSafeLine } from '../../shared/protocol/safeLine'

const DAY_MS = 24 * 60 * 60 * 1000

const optionsSchema = z.object({
  server: z.url({ protocol: /^https?$/ }),
  ca: z.string().optional(),
  pin: z
    .string()
    .regex(/^sha256\/[\w+/]{43}=$/)
    .optional(),
  user: z.string().min(1).max(60),
  out: z
    .string()
    .min(1)
    .transform((folder) => path.resolve(folder)),
  work: z
    .string()
    .min(1)
    .transform((folder) => path.resolve(folder)),
  province: provinceCodeSchema.optional(),
  day: dateSchema.optional(),
  all: z.boolean(),
  'resume-only': z.boolean(),
  purpose: z.enum(EXPORT_PURPOSES),
  note: z.string().trim().max(120),
  recipient: recipientsSchema,
  'rule-packs': z.string().optional(),
})
export type ExportOptions = z.output<typeof optionsSchema>

/** What the command is asked to do; null when that cannot be understood. `now`: for `--day today` and `yesterday`. */
export function readExportOptions(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
  now: number,
): ExportOptions | null {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        server: { type: 'string', default: environment['BEIAN_SERVER_URL'] ?? 'http://127.0.0.1:8787' },
        ca: { type: 'string' },
        pin: { type: 'string' },
        user: { type: 'string' },
        out: { type: 'string' },
        work: { type: 'string' },
        province: { type: 'string' },
        day: { type: 'string' },
        all: { type: 'boolean', default: false },
        'resume-only': { type: 'boolean', default: false },
        purpose: { type: 'string', default: 'hand-over' },
        note: { type: 'string', default: '' },
        recipient: { type: 'string', multiple: true, default: [] },
        'rule-packs': { type: 'string' },
      },
    })
    const parsed = optionsSchema.safeParse({ ...values, day: dayOf(values.day, now) })
    return parsed.success && isSafeLine(new URL(parsed.data.server)) ? parsed.data : null
  } catch {
    return null
  }
}

/** Days are those of China, wherever the machine stands. */
function dayOf(day: string | undefined, now: number): string | undefined {
  switch (day) {
    case 'today':
      return chinaDate(now)
    case 'yesterday':
      return chinaDate(now - DAY_MS)
    default:
      return day
  }
}
