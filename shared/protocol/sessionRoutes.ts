import { z } from 'zod'
import type { RouteAccess } from './routeAccess'
import {
  accountRequestSchema,
  accountWithPasswordSchema,
  bindIdentityRequestSchema,
  changeAccountRequestSchema,
  changePasswordRequestSchema,
  openAccountRequestSchema,
  teamAccountSchema,
  teamAccountsReplySchema,
} from './accounts'
import { enrolmentAnswerSchema, enrolmentRequestSchema } from './enrolment'
import { companySignInRequestSchema, signInWaysReplySchema } from './companySignIn'
import { signInRequestSchema, tokensSchema, refreshRequestSchema, signInReplySchema } from './apiModels'

/** Sign-in, and the accounts of the team. */
export const sessionRoutes = {
  signIn: {
    method: 'POST',
    path: '/v1/session',
    auth: 'none',
    body: signInRequestSchema,
    reply: signInReplySchema,
  },
  /** New tokens for a refresh token; the one before is of no use afterwards. */
  refresh: {
    method: 'POST',
    path: '/v1/session/refresh',
    auth: 'none',
    body: refreshRequestSchema,
    reply: tokensSchema,
  },
  signOut: { method: 'DELETE', path: '/v1/session', auth: 'session', right: null, reply: z.strictObject({}) },
  /** Whether one may sign in by the company's own account, and where. */
  signInWays: { method: 'GET', path: '/v1/session/ways', auth: 'none', reply: signInWaysReplySchema },
  /** A sign-in with what the company's identity provider has answered. */
  companySignIn: {
    method: 'POST',
    path: '/v1/session/company',
    auth: 'none',
    body: companySignInRequestSchema,
    reply: signInReplySchema,
  },
  /** Of the own account, by the present password. Every other sign-in of the person ends. */
  changePassword: {
    method: 'POST',
    path: '/v1/session/password',
    auth: 'session',
    right: null,
    body: changePasswordRequestSchema,
    reply: z.strictObject({}),
  },
  /** A first sign-in by file: makes a desk known that never meets a network, for whoever carries (docs/sync.md). */
  enrolDesk: {
    method: 'POST',
    path: '/v1/carry/enrolments',
    auth: 'session',
    right: 'carry',
    body: enrolmentRequestSchema,
    reply: enrolmentAnswerSchema,
  },
  /** The team, for whoever manages it, like what follows. Nobody manages the own account. */
  accounts: {
    method: 'GET',
    path: '/v1/accounts',
    auth: 'session',
    right: 'manage-accounts',
    reply: teamAccountsReplySchema,
  },
  openAccount: {
    method: 'POST',
    path: '/v1/accounts',
    auth: 'session',
    right: 'manage-accounts',
    body: openAccountRequestSchema,
    reply: accountWithPasswordSchema,
  },
  /** Name, role and provinces. Holds end that the new role may not have. */
  changeAccount: {
    method: 'POST',
    path: '/v1/accounts/:accountId',
    auth: 'session',
    right: 'manage-accounts',
    params: accountRequestSchema,
    body: changeAccountRequestSchema,
    reply: teamAccountSchema,
  },
  /** Ends every sign-in and every hold of the person. The last supervisor stays. */
  closeAccount: {
    method: 'POST',
    path: '/v1/accounts/:accountId/close',
    auth: 'session',
    right: 'manage-accounts',
    params: accountRequestSchema,
    reply: teamAccountSchema,
  },
  /** A one-time password for somebody who lost theirs; every sign-in of the person ends. */
  resetPassword: {
    method: 'POST',
    path: '/v1/accounts/:accountId/password',
    auth: 'session',
    right: 'manage-accounts',
    params: accountRequestSchema,
    reply: accountWithPasswordSchema,
  },
  reopenAccount: {
    method: 'POST',
    path: '/v1/accounts/:accountId/reopen',
    auth: 'session',
    right: 'manage-accounts',
    params: accountRequestSchema,
    reply: teamAccountSchema,
  },
  /** Joins a company account to this one. `conflict`: it is bound to another. */
  bindIdentity: {
    method: 'POST',
    path: '/v1/accounts/:accountId/identity',
    auth: 'session',
    right: 'manage-accounts',
    params: accountRequestSchema,
    body: bindIdentityRequestSchema,
    reply: teamAccountSchema,
  },
  /** Ends every sign-in of the person. */
  unbindIdentity: {
    method: 'POST',
    path: '/v1/accounts/:accountId/identity/remove',
    auth: 'session',
    right: 'manage-accounts',
    params: accountRequestSchema,
    reply: teamAccountSchema,
  },
} as const satisfies Readonly<Record<string, RouteAccess>>
