import type { Result } from '../../../shared/result'

/** What the identity provider sent the browser back with. */
export interface ProviderAnswer {
  readonly code: string
  /** Who says it answered; null when it does not say. */
  readonly iss: string | null
}

export interface AnswerListener {
  /** Address on this machine to which the browser is to be sent back. */
  readonly redirectUri: string
  readonly answer: Promise<Result<ProviderAnswer, 'refused' | 'timed-out' | 'cancelled'>>
  /** Listens no more: `cancelled`, unless the answer is there. */
  close(): void
}

/** The system's browser, and the way back from it. */
export interface BrowserPort {
  /** Opens the identity provider's page. Throws when it is no address that the desk opens. */
  openSignInPage(address: string): Promise<void>
  /** Listens on this machine for the one answer that carries this state. */
  listen(state: string): Promise<AnswerListener>
}
