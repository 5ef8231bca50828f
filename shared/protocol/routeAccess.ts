import type { Right } from '../review/rights'

/**
 * Who may ask a route. `auth`: session of a person, or none. `right`: what the person's role must be allowed to; null where
 * everybody who is signed in may ask, and the handler or the command asks further.
 */
export type RouteAccess = { readonly [part: string]: unknown } & (
  { readonly auth: 'none' } | { readonly auth: 'session'; readonly right: Right | null }
)
