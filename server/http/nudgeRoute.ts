import type { FastifyInstance, FastifyReply } from 'fastify'
import { bearerToken, personOf, requireRight, requireSession } from './authentication'
import { sendRefusal } from './errorHandling'
import type { SignInDesk } from '../accounts/signIn'
import type { Nudges } from '../nudges'
import { NUDGES_PATH } from '../../shared/protocol/otherRoutes'

/** Proxies close a connection on which nothing is said, most of them after a minute or half of one. */
const HEARTBEAT = 25_000
/** Of one person: a workstation has one, and a new one may come before the old one's end is noticed. */
const MOST_STREAMS = 4

export interface NudgeParts {
  readonly desk: SignInDesk
  readonly nudges: Nudges
}

/**
 * Serves server-sent events (text/event-stream): `event: change` without content after each change of a case, and a
 * comment line now and then. A stream ends with its session, with its reader, and with the server.
 */
export function routeNudges(
  app: FastifyInstance,
  { desk, nudges }: NudgeParts,
  heartbeatEach = HEARTBEAT,
): void {
  const open = new Map<FastifyReply, { readonly userId: string; readonly end: () => void }>()
  app.addHook('preClose', (done) => {
    for (const { end } of [...open.values()]) {
      end()
    }
    done()
  })
  app.route({
    method: 'GET',
    url: NUDGES_PATH,
    schema: { operationId: 'nudges', security: [{ session: [] }], produces: ['text/event-stream'] },
    onRequest: [requireSession(desk), requireRight('read-queue')],
    handler: (request, reply) => {
      const { id: userId } = personOf(request)
      const token = bearerToken(request) ?? ''
      if ([...open.values()].filter((stream) => stream.userId === userId).length >= MOST_STREAMS) {
        return sendRefusal(reply, { code: 'locked-out', message: 'This person has too many streams open' })
      }
      reply.hijack()
      const { raw } = reply
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // A connection that stayed open for another request would keep the server from ending.
        connection: 'close',
        'x-content-type-options': 'nosniff',
        'x-accel-buffering': 'no',
      })
      raw.write(': listening\n\n')
      const unsubscribe = nudges.subscribe(() => raw.write('event: change\ndata:\n\n'))
      const heartbeat = setInterval(() => {
        // A token that has run out, or whose session was ended, hears no more.
        desk.userOf(token).then(
          (user) => (user ? raw.write(': still here\n\n') : end()),
          () => {
            end()
          },
        )
      }, heartbeatEach)
      function end(): void {
        clearInterval(heartbeat)
        unsubscribe()
        open.delete(reply)
        raw.end()
      }
      open.set(reply, { userId, end })
      raw.once('close', end)
      return reply
    },
  })
}
