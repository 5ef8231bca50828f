import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose'
import * as oauth from 'oauth4webapi'
import type { Clock } from '../system'

/** The identity provider does not answer, or not as one. */
export class ProviderError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'ProviderError'
  }
}

export interface Provider {
  readonly metadata: oauth.AuthorizationServer
  readonly authorizationEndpoint: string
  /** Keys that the provider publishes, read again for one that is not among them. */
  readonly keys: JWTVerifyGetKey
}

const ANSWER_TIMEOUT = 10_000
/** A provider moves its addresses rarely; keys are read apart from them. */
const METADATA_LIFE = 60 * 60_000
/** A provider that did not answer is left alone for that long, whoever asks. */
const METADATA_PAUSE = 5000

/** For requests to the provider: in clear only when its own address is. */
export function requestOptions(issuer: URL) {
  return {
    signal: AbortSignal.timeout(ANSWER_TIMEOUT),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so for its danger; a provider in clear is one that was configured so
    [oauth.allowInsecureRequests]: issuer.protocol === 'http:',
  }
}

/** Finds the provider by its issuer, once for all who ask meanwhile. Throws `ProviderError`. */
export function createProviderFinder(issuer: URL, clock: Clock): () => Promise<Provider> {
  let latest: { readonly until: number; readonly provider: Promise<Provider> } | null = null
  return () => {
    if (latest === null || clock.now() >= latest.until) {
      const provider = discover(issuer)
      const found = { until: clock.now() + METADATA_LIFE, provider }
      latest = found
      provider.catch(() => {
        if (latest === found) {
          latest = { until: clock.now() + METADATA_PAUSE, provider }
        }
      })
    }
    return latest.provider
  }
}

async function discover(issuer: URL): Promise<Provider> {
  try {
    const answer = await oauth.discoveryRequest(issuer, requestOptions(issuer))
    const metadata = await oauth.processDiscoveryResponse(issuer, answer)
    const {
      authorization_endpoint: authorizationEndpoint,
      token_endpoint: tokenEndpoint,
      jwks_uri,
    } = metadata
    for (const address of [authorizationEndpoint, tokenEndpoint, jwks_uri]) {
      if (address === undefined || (issuer.protocol === 'https:' && !address.startsWith('https://'))) {
        throw new ProviderError('The provider names no address, or one in clear')
      }
    }
    return {
      metadata,
      authorizationEndpoint: authorizationEndpoint ?? '',
      keys: readKeys(new URL(jwks_uri ?? '')),
    }
  } catch (cause) {
    throw new ProviderError('The provider cannot be found', cause)
  }
}

function readKeys(address: URL): JWTVerifyGetKey {
  // No pause between readings: every token comes from the provider itself, so no stranger can have its keys read.
  const remote = createRemoteJWKSet(address, { cooldownDuration: 0, timeoutDuration: ANSWER_TIMEOUT })
  return async (header, token) => {
    try {
      return await remote(header, token)
    } catch (cause) {
      if (cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys) {
        throw cause
      }
      throw new ProviderError('The provider’s keys cannot be read', cause)
    }
  }
}
