import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '../appError'
import { signInFailure } from './openings'
import type { AnswerListener, BrowserPort } from '../ports/browserPort'
import type { ReviewServerPort, ServerProblem } from '../ports/reviewServerPort'
import type { SignInReply } from '../../../shared/protocol/apiModels'
import type { CompanyWay } from '../../../shared/protocol/companySignIn'

interface Dependencies {
  readonly server: Pick<ReviewServerPort, 'signInWays' | 'companySignIn'>
  readonly browser: BrowserPort
}

/** Sign-in at the company's identity provider, in the system's browser (RFC 8252). One at a time. */
export interface CompanySignIn {
  /** What is offered; `answered` false: the server cannot be asked now. */
  ways(): Promise<{ readonly answered: boolean; readonly company: boolean }>
  /** Sends the person to the provider and gives the review server what comes back. */
  prove(): Promise<SignInReply>
  /** The person goes back to the desk without an answer. */
  cancel(): void
}

/** 256 bits each, as the verifier needs (RFC 7636, 7.1). */
const SECRET_BYTES = 32

export function createCompanySignIn({ server, browser }: Dependencies): CompanySignIn {
  let listener: AnswerListener | null = null
  let attempt = 0

  async function ask(way: CompanyWay, begun: Begun, { redirectUri, answer: coming }: AnswerListener) {
    await browser.openSignInPage(addressOf(way, begun, redirectUri))
    const answer = await coming
    if (!answer.ok) {
      const isOurs = answer.error === 'cancelled'
      throw new AppError(isOurs ? 'cancelled' : 'company-refused', 'The provider gave no code')
    }
    return answer.value
  }

  function cancel(): void {
    attempt += 1
    listener?.close()
    listener = null
  }

  return {
    async ways() {
      const answer = await server.signInWays()
      return { answered: answer.ok, company: answer.ok && answer.value.company !== null }
    },
    async prove() {
      cancel()
      const own = attempt
      const ways = await server.signInWays()
      if (!ways.ok) {
        throw companyFailure(ways.error)
      }
      const { company } = ways.value
      if (company?.authorizationEndpoint === undefined || company.authorizationEndpoint === null) {
        throw new AppError('provider-unavailable', 'The identity provider does not answer', {
          retryable: true,
        })
      }
      const begun = begin()
      const mine = await browser.listen(begun.state)
      try {
        if (attempt !== own) {
          throw new AppError('cancelled', 'The person went back before there was a page')
        }
        listener = mine
        const { code, iss } = await ask(company, begun, mine)
        // Another provider than the one that was asked (RFC 9207, 2.4).
        if (iss !== null && iss !== company.issuer) {
          throw new AppError('company-refused', 'Another provider answered')
        }
        const { codeVerifier, nonce } = begun
        const request = { code, iss, codeVerifier, nonce, redirectUri: mine.redirectUri }
        const reply = await server.companySignIn(request)
        if (!reply.ok) {
          throw companyFailure(reply.error)
        }
        return reply.value
      } finally {
        mine.close()
      }
    },
    cancel,
  }
}

interface Begun {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

function begin(): Begun {
  const secret = (): string => randomBytes(SECRET_BYTES).toString('base64url')
  return { state: secret(), nonce: secret(), codeVerifier: secret() }
}

function addressOf(
  { authorizationEndpoint, clientId, scope }: CompanyWay,
  { state, nonce, codeVerifier }: Begun,
  redirectUri: string,
): string {
  const address = new URL(authorizationEndpoint ?? '')
  const asked = {
    client_id: clientId,
    response_type: 'code',
    scope,
    redirect_uri: redirectUri,
    state,
    nonce,
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(asked)) {
    address.searchParams.set(name, value)
  }
  return address.href
}

function companyFailure(problem: ServerProblem): AppError {
  switch (problem) {
    case 'wrong-credentials':
      return new AppError('company-refused', 'The server does not believe the provider’s answer')
    case 'identity-unknown':
    case 'provider-unavailable':
      return new AppError(problem, 'Sign-in refused')
    default:
      return signInFailure(problem)
  }
}
