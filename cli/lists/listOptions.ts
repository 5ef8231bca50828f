import { parseArgs } from 'node:util'
import { z } from 'zod'
import { isSafeLine } from '../../shared/protocol/safeLine'

const optionsSchema = z.object({
  server: z.url({ protocol: /^https?$/ }),
  ca: z.string().optional(),
  pin: z
    .string()
    .regex(/^sha256\/[\w+/]{43}=$/)
    .optional(),
  user: z.string().min(1).max(60),
  'dry-run': z.boolean(),
  file: z.string().min(1),
})
export type ListOptions = z.output<typeof optionsSchema>

/** What the command is asked to do; null when that cannot be understood, or a password would cross a network in clear. */
export function readListOptions(argv: readonly string[], environment: NodeJS.ProcessEnv): ListOptions | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        server: { type: 'string', default: environment['BEIAN_SERVER_URL'] ?? 'http://127.0.0.1:8787' },
        ca: { type: 'string' },
        pin: { type: 'string' },
        user: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    })
    const [file, ...rest] = positionals
    const parsed = optionsSchema.safeParse({ ...values, file })
    return parsed.success && rest.length === 0 && isSafeLine(new URL(parsed.data.server)) ? parsed.data : null
  } catch {
    return null
  }
}
