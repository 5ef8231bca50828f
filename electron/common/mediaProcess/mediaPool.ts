import type { Frame } from './frames'
import { mediaReplySchema, type MediaReply, type MediaRequest } from './messages'
import type { MediaTransport, StartMediaTransport } from './transport'

export type PoolAnswer =
  | { readonly outcome: 'answered'; readonly reply: MediaReply; readonly body: Uint8Array }
  | { readonly outcome: 'timed-out' | 'crashed' }

export interface PoolCall {
  readonly request: MediaRequest
  readonly body: Uint8Array
  /** Lower goes first; equal ones keep their order. */
  readonly priority: number
  readonly limitMs: number
}

interface Waiting extends PoolCall {
  readonly answer: (answer: PoolAnswer) => void
}

interface Member {
  readonly transport: MediaTransport
  isReady: boolean
  current: Waiting | null
  timer: NodeJS.Timeout | null
  hasTimedOut: boolean
}

export interface MediaPoolOptions {
  readonly start: StartMediaTransport
  readonly size: number
  /** How long a process may take until it is ready for its first request. */
  readonly startLimitMs: number
}

/** How long processes may finish what they are doing when the pool is closed. */
const CLOSE_LIMIT_MS = 2000

/**
 * A few processes, one call in each at a time: whatever a call does to its process, it does to itself alone. A
 * process that hangs is killed, one that dies is replaced when the next call needs it.
 */
export class MediaPool {
  readonly #options: MediaPoolOptions
  readonly #members = new Set<Member>()
  readonly #waiting: Waiting[] = []
  #isClosed = false
  #onEmpty: (() => void) | null = null

  constructor(options: MediaPoolOptions) {
    this.#options = options
  }

  run(call: PoolCall): Promise<PoolAnswer> {
    return new Promise((resolve) => {
      if (this.#isClosed) {
        resolve({ outcome: 'crashed' })
        return
      }
      const behind = this.#waiting.findIndex((other) => other.priority > call.priority)
      this.#waiting.splice(behind === -1 ? this.#waiting.length : behind, 0, { ...call, answer: resolve })
      this.#dispatch()
    })
  }

  /** Waiting calls are answered as crashed; those under way get a moment to finish. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const waiting of this.#waiting.splice(0)) {
      waiting.answer({ outcome: 'crashed' })
    }
    if (this.#members.size === 0) {
      return
    }
    const isEmpty = new Promise<void>((resolve) => {
      this.#onEmpty = resolve
    })
    for (const member of this.#members) {
      member.transport.end()
    }
    const timer = setTimeout(() => {
      for (const member of this.#members) {
        member.transport.kill()
      }
    }, CLOSE_LIMIT_MS)
    await isEmpty
    clearTimeout(timer)
  }

  #dispatch(): void {
    while (this.#waiting.length > 0) {
      const idle = [...this.#members].find((member) => member.current === null)
      if (!idle && this.#members.size >= this.#options.size) {
        return
      }
      const next = this.#waiting.shift()
      if (!next) {
        return
      }
      const member = idle ?? this.#startMember()
      member.current = next
      if (member.isReady) {
        this.#send(member, next)
      }
    }
  }

  #startMember(): Member {
    const transport = this.#options.start({
      onFrame: (frame) => {
        this.#onFrame(member, frame)
      },
      onExit: () => {
        this.#onExit(member)
      },
    })
    const member: Member = { transport, isReady: false, current: null, timer: null, hasTimedOut: false }
    this.#members.add(member)
    this.#limit(member, this.#options.startLimitMs)
    return member
  }

  #send(member: Member, call: Waiting): void {
    this.#limit(member, call.limitMs)
    member.transport.send({ header: call.request, body: call.body })
  }

  #limit(member: Member, limitMs: number): void {
    if (member.timer) {
      clearTimeout(member.timer)
    }
    member.timer = setTimeout(() => {
      member.hasTimedOut = true
      member.transport.kill()
    }, limitMs)
  }

  #onFrame(member: Member, frame: Frame): void {
    const reply = mediaReplySchema.safeParse(frame.header)
    if (!reply.success || (reply.data.reply === 'ready') === member.isReady) {
      member.transport.kill()
      return
    }
    if (member.timer) {
      clearTimeout(member.timer)
      member.timer = null
    }
    const call = member.current
    if (reply.data.reply === 'ready') {
      member.isReady = true
      if (call) {
        this.#send(member, call)
      }
      return
    }
    member.current = null
    call?.answer({ outcome: 'answered', reply: reply.data, body: frame.body })
    this.#dispatch()
  }

  #onExit(member: Member): void {
    if (member.timer) {
      clearTimeout(member.timer)
    }
    this.#members.delete(member)
    member.current?.answer({ outcome: member.hasTimedOut ? 'timed-out' : 'crashed' })
    member.current = null
    if (this.#members.size === 0) {
      this.#onEmpty?.()
    }
    if (!this.#isClosed) {
      this.#dispatch()
    }
  }
}
