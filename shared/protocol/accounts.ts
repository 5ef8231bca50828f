import { z } from 'zod'
import { userSchema } from './apiModels'
import { instantSchema, provinceCodeSchema } from '../domain/filing'
import { idSchema } from '../domain/identity'
import { newPasswordSchema } from '../review/passwordRules'
import { ROLES } from '../review/roles'

/** `sub` of OpenID Connect: at most 255 characters. */
const subjectSchema = z.string().trim().min(1).max(255)

/** An account of the team, as those see it who manage it. `closedAt`: since when nobody signs in with it. */
export const teamAccountSchema = userSchema.extend({
  closedAt: instantSchema.nullable(),
  /** Subject of the company account that is bound to it. */
  subject: z.string().nullable(),
  /** `one-time`: a supervisor gave it, and the person has not chosen another yet; `none`: by the company's account alone. */
  password: z.enum(['own', 'one-time', 'none']),
})
export type TeamAccount = z.output<typeof teamAccountSchema>

/** A company account that nobody is bound to and that wanted to come in. What it says of itself proves nothing. */
const unboundIdentitySchema = z.strictObject({
  subject: z.string(),
  claimedName: z.string().nullable(),
  lastSeenAt: instantSchema,
})
export type UnboundIdentity = z.output<typeof unboundIdentitySchema>

export const teamAccountsReplySchema = z.strictObject({
  accounts: z.array(teamAccountSchema),
  /** Whether the company's way is offered here. */
  company: z.boolean(),
  unbound: z.array(unboundIdentitySchema),
})
export type TeamAccounts = z.output<typeof teamAccountsReplySchema>

const displayNameSchema = z.string().trim().min(1).max(60)
const provincesSchema = z.array(provinceCodeSchema).max(40)

export const openAccountRequestSchema = z.strictObject({
  username: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}._@-]{1,60}$/u),
  displayName: displayNameSchema,
  role: z.enum(ROLES),
  /** Empty: all provinces alike. */
  provinces: provincesSchema,
  /** Of the company account; null: the person gets a one-time password. */
  subject: subjectSchema.nullable(),
})
export type OpenAccountRequest = z.output<typeof openAccountRequestSchema>

export const changeAccountRequestSchema = openAccountRequestSchema.pick({
  displayName: true,
  role: true,
  provinces: true,
})
export type ChangeAccountRequest = z.output<typeof changeAccountRequestSchema>

export const bindIdentityRequestSchema = z.strictObject({ subject: subjectSchema })

/** Told this once. `oneTimePassword`: null where the person signs in by a company account. */
export const accountWithPasswordSchema = z.strictObject({
  account: teamAccountSchema,
  oneTimePassword: z.string().nullable(),
})
export type AccountWithPassword = z.output<typeof accountWithPasswordSchema>

export const accountRequestSchema = z.strictObject({ accountId: idSchema })

export const changePasswordRequestSchema = z.strictObject({
  password: z.string().min(1).max(200),
  newPassword: newPasswordSchema,
})
export type ChangePasswordRequest = z.output<typeof changePasswordRequestSchema>
