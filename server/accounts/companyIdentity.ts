import { jwtVerify, type JWTPayload } from 'jose'
import * as oauth from 'oauth4webapi'
import { createProviderFinder, ProviderError, requestOptions, type Provider } from './identityProvider'
import type { Clock } from '../system'
import type { CompanySignInRequest, CompanyWay } from '../../shared/protocol/companySignIn'
import { refusal, success, type Result } from '../../shared/result'

/** By private keys, all of them: a shared secret would let every desk that knew it name people. */
export const SIGNATURE_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const

/** The operator's identity provider, and how far it is believed. */
export interface CompanyConfig {
  readonly issuer: string
  readonly clientId: string
  /** Where the provider gives one to this server; desks never have it. */
  readonly clientSecret?: string | undefined
  readonly algorithms: ReadonlyArray<(typeof SIGNATURE_ALGORITHMS)[number]>
  readonly scope: string
  /** Claim that names the account's user name at a first sign-in; without it supervisors bind. */
  readonly accountClaim?: string | undefined
}

/** Who the provider says it is. */
export interface ProvenIdentity {
  readonly issuer: string
  readonly subject: string
  /** User name by `accountClaim`; null when there is none that may be believed. */
  readonly username: string | null
  /** What the person is called there. Proves nothing. */
  readonly claimedName: string | null
}

type CompanyProblem = 'wrong-credentials' | 'provider-unavailable'

export interface CompanyIdentity {
  readonly issuer: string
  /** What desks need to send a browser there. */
  way(): Promise<CompanyWay>
  /** Redeems a code and judges the ID token that it gives. */
  redeem(request: CompanySignInRequest): Promise<Result<ProvenIdentity, CompanyProblem>>
}

/** The identity provider seen from here, or null without one. Whatever it does ends as a value; `report` is told why. */
export function createCompanyIdentity(
  config: CompanyConfig | undefined,
  clock: Clock,
  report: (what: string, error: unknown) => void,
): CompanyIdentity | null {
  if (config === undefined) {
    return null
  }
  const { issuer, clientId, scope } = config
  const find = createProviderFinder(new URL(issuer), clock)
  return {
    issuer,
    async way() {
      const provider = await find().catch(() => null)
      return { issuer, clientId, scope, authorizationEndpoint: provider?.authorizationEndpoint ?? null }
    },
    async redeem(request) {
      try {
        const provider = await find()
        const idToken = await redeemCode(config, provider, request, clock)
        const { payload } = await jwtVerify(idToken, provider.keys, {
          issuer,
          audience: clientId,
          algorithms: [...config.algorithms],
          requiredClaims: ['sub', 'exp', 'iat'],
          currentDate: new Date(clock.now()),
        })
        return success(identityOf(config, payload))
      } catch (error) {
        report('company sign-in refused', error)
        return refusal(error instanceof ProviderError ? 'provider-unavailable' : 'wrong-credentials')
      }
    },
  }
}

/** The ID token that the code gives, its claims judged: issuer, audience, expiry, nonce. Its signature is not yet. */
async function redeemCode(
  config: CompanyConfig,
  { metadata }: Provider,
  { code, iss, codeVerifier, nonce, redirectUri }: CompanySignInRequest,
  clock: Clock,
): Promise<string> {
  const client: oauth.Client = {
    client_id: config.clientId,
    // The library reads the machine's clock; the server's own is the one that counts.
    [oauth.clockSkew]: Math.round((clock.now() - Date.now()) / 1000),
  }
  const { clientSecret } = config
  // The desk has compared `state`; `iss` must be ours, and be there when the provider says that it sends it.
  const brought = new URLSearchParams({ code, ...(iss === null ? {} : { iss }) })
  const answer = await oauth
    .authorizationCodeGrantRequest(
      metadata,
      client,
      clientSecret === undefined ? oauth.None() : oauth.ClientSecretBasic(clientSecret),
      oauth.validateAuthResponse(metadata, client, brought, oauth.expectNoState),
      redirectUri,
      codeVerifier,
      requestOptions(new URL(config.issuer)),
    )
    .catch((cause: unknown) => {
      throw new ProviderError('The token endpoint does not answer', cause)
    })
  if (answer.status >= 500) {
    throw new ProviderError('The token endpoint fails')
  }
  const tokens = await oauth.processAuthorizationCodeResponse(metadata, client, answer, {
    expectedNonce: nonce,
    requireIdToken: true,
  })
  return tokens.id_token ?? ''
}

function identityOf({ issuer, accountClaim }: CompanyConfig, payload: JWTPayload): ProvenIdentity {
  const { sub: subject = '' } = payload
  const isBelieved = accountClaim !== 'email' || payload['email_verified'] === true
  const username = accountClaim === undefined || !isBelieved ? null : textOf(payload[accountClaim])
  return { issuer, subject, username, claimedName: textOf(payload['name'])?.slice(0, 60) ?? null }
}

function textOf(claim: unknown): string | null {
  return typeof claim === 'string' && claim.trim() !== '' ? claim.trim() : null
}
