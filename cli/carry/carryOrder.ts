import { parseArgs } from 'node:util'
import type { z } from 'zod'
import { carryOutRequestSchema } from '../../shared/protocol/carry'
import { readFingerprint } from '../../shared/protocol/keyFingerprint'
import { isSafeLine } from '../../shared/protocol/safeLine'

export type CarryOrder = { readonly url: string; readonly file: string } & (
  | { readonly way: 'in' }
  | { readonly way: 'out'; readonly request: z.output<typeof carryOutRequestSchema> }
  /** `fingerprint` null: it is asked for. */
  | { readonly way: 'enrol'; readonly reply: string; readonly fingerprint: string | null }
)

/** What the command is asked to do; null when that cannot be understood, or a password would cross a network in clear. */
export function readCarryOrder(argv: readonly string[]): CarryOrder | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        server: { type: 'string' },
        user: { type: 'string' },
        desk: { type: 'string' },
        hours: { type: 'string', default: '72' },
        cases: { type: 'string', default: '5' },
        fingerprint: { type: 'string' },
      },
    })
    const { server: url = '', user: username, desk: deviceId, hours, cases } = values
    const [way, file, ...rest] = positionals
    if (!URL.canParse(url) || !isSafeLine(new URL(url)) || file === undefined) {
      return null
    }
    if (way === 'enrol') {
      return enrolOrder({ url, file }, rest, values.fingerprint)
    }
    if (rest.length > 0) {
      return null
    }
    if (way === 'in') {
      return { way, url, file }
    }
    const asked = {
      username,
      hours: Number(hours),
      reservations: Number(cases),
      ...(deviceId === undefined ? {} : { deviceId }),
    }
    const request = carryOutRequestSchema.safeParse(asked)
    return way === 'out' && request.success ? { way, url, file, request: request.data } : null
  } catch {
    return null
  }
}

function enrolOrder(
  order: Pick<CarryOrder, 'url' | 'file'>,
  [reply, ...rest]: readonly string[],
  typed: string | undefined,
): CarryOrder | null {
  const fingerprint = typed === undefined ? null : readFingerprint(typed)
  const isTypedWrong = typed !== undefined && fingerprint === null
  return reply === undefined || rest.length > 0 || isTypedWrong
    ? null
    : { ...order, way: 'enrol', reply, fingerprint }
}
