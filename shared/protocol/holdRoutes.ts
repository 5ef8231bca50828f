import { z } from 'zod'
import type { RouteAccess } from './routeAccess'
import { onShiftReplySchema } from './onShift'
import { shiftMovesRequestSchema } from './shifts'
import { breakHoldRequestSchema, colleaguesReplySchema, handOverRequestSchema } from './colleagues'
import {
  drawReplySchema,
  holdRequestSchema,
  holdReplySchema,
  reserveRequestSchema,
  holdsReplySchema,
  releaseRequestSchema,
  releaseReplySchema,
} from './apiModels'

/** Draws, holds and reservations, and what supervisors do with those of others. */
export const holdRoutes = {
  drawNext: {
    method: 'POST',
    path: '/v1/holds/next',
    auth: 'session',
    right: 'draw',
    body: z.strictObject({}),
    reply: drawReplySchema,
  },
  hold: {
    method: 'POST',
    path: '/v1/holds',
    auth: 'session',
    right: 'draw',
    body: holdRequestSchema,
    reply: holdReplySchema,
  },
  /** Renews every hold of the user and tops up reservations; what is not in the answer is lost. */
  reserve: {
    method: 'POST',
    path: '/v1/holds/reserve',
    auth: 'session',
    right: 'draw',
    body: reserveRequestSchema,
    reply: holdsReplySchema,
  },
  release: {
    method: 'POST',
    path: '/v1/holds/release',
    auth: 'session',
    right: 'draw',
    body: releaseRequestSchema,
    reply: releaseReplySchema,
  },
  /** Ends a colleague's hold; what they still send is kept as a proposal. */
  breakHold: {
    method: 'POST',
    path: '/v1/holds/break',
    auth: 'session',
    right: 'break-hold',
    body: breakHoldRequestSchema,
    reply: z.strictObject({}),
  },
  handOver: {
    method: 'POST',
    path: '/v1/holds/hand-over',
    auth: 'session',
    right: 'hand-over',
    body: handOverRequestSchema,
    reply: holdReplySchema,
  },
  colleagues: {
    method: 'GET',
    path: '/v1/colleagues',
    auth: 'session',
    right: 'hand-over',
    reply: colleaguesReplySchema,
  },
  /** Who is at work, and notes that were left: those of one's own cases, or all for whoever may read any case. */
  onShift: {
    method: 'GET',
    path: '/v1/shift',
    auth: 'session',
    right: 'call',
    reply: onShiftReplySchema,
  },
  /** What the person says of their own shift. Ending one frees their reservations. */
  shift: {
    method: 'POST',
    path: '/v1/shift',
    auth: 'session',
    right: 'draw',
    body: shiftMovesRequestSchema,
    reply: z.strictObject({}),
  },
} as const satisfies Readonly<Record<string, RouteAccess>>
