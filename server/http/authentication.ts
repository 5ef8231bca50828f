import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import { sendRefusal } from './errorHandling'
import type { SignInDesk } from '../accounts/signIn'
import { sha256 } from '../store/sha256'
import type { User } from '../../shared/protocol/apiModels'
import { may, type Right } from '../../shared/review/rights'

declare module 'fastify' {
  interface FastifyRequest {
    /** The person of the session; null on routes that ask for none. */
    user: User | null
  }
}

/** The token of `Authorization: Bearer …`, or null. */
export function bearerToken(request: FastifyRequest): string | null {
  return /^Bearer ([\w.~+/=-]{1,500})$/i.exec(request.headers.authorization ?? '')?.[1] ?? null
}

/** Lets only requests of a session pass, before their body is read. */
export function requireSession(desk: SignInDesk): onRequestAsyncHookHandler {
  return async (request, reply) => {
    const token = bearerToken(request)
    request.user = token === null ? null : await desk.userOf(token)
    if (!request.user) {
      return sendRefusal(reply, { code: 'unauthenticated', message: 'The session is missing or has ended' })
    }
  }
}

/** Lets only persons pass whose role has the right, before the body is read; everybody where none is asked for. */
export function requireRight(right: Right | null): onRequestAsyncHookHandler {
  return async (request, reply) => {
    if (right !== null && !may(personOf(request).role, right)) {
      return sendRefusal(reply, { code: 'forbidden', message: `This role does not have the right ${right}` })
    }
  }
}

/** Lets only the holder of this key pass, before the body is read. Compared in constant time. */
export function requireKey(key: string): onRequestAsyncHookHandler {
  const expected = Buffer.from(sha256(key))
  return async (request, reply) => {
    const given = Buffer.from(sha256(bearerToken(request) ?? ''))
    if (!timingSafeEqual(given, expected)) {
      return sendRefusal(reply, { code: 'unauthenticated', message: 'The key is missing or wrong' })
    }
  }
}

/** The person of a request that has passed `requireSession`. */
export function personOf(request: FastifyRequest): User {
  if (!request.user) {
    throw new Error('The route is not guarded by requireSession')
  }
  return request.user
}
