import type { CarryProblem, ToDesk } from '../../shared/protocol/carry'
import type { Result } from '../../shared/result'

export interface MadeCarry {
  readonly bytes: Uint8Array
  readonly number: number
  readonly commands: number
}

/** What the data worker can do about hand-carry bundles; keys and sealing stay with it. */
export interface CarryOperations {
  /** How far this desk's bundles have come. `isReady`: server and desk know each other's key, from a network or by enrolment. */
  carryState(): {
    readonly deviceId: string
    readonly isReady: boolean
    /** The last bundle that left, with how many commands. */
    readonly given: { readonly at: string; readonly commands: number } | null
    /** The last bundle that was taken, and until when its holds last. */
    readonly taken: { readonly at: string; readonly until: string } | null
  }
  /**
   * A bundle for the server: what was drawn here, everything it has not answered, and the audit chain since it signed last. Its
   * number is used up. Nothing of it counts as sent until an answer comes.
   */
  makeCarry(request: { readonly now: string }): Promise<Result<MadeCarry, 'never-met'>>
  /** The file with that bundle stands where the person wanted it. */
  carryGiven(request: Omit<MadeCarry, 'bytes'> & { readonly now: string }): void
  /** Opens and checks a bundle from the server; changes nothing. */
  openCarry(request: {
    readonly bytes: Uint8Array
  }): Promise<
    Result<{ readonly content: ToDesk; readonly blobs: ReadonlyMap<string, Uint8Array> }, CarryProblem>
  >
  /** All of that bundle is here; it is not taken again. */
  finishCarry(request: { readonly number: number; readonly until: string; readonly now: string }): void
}
