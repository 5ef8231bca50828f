import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { v7 } from 'uuid'
import { caseSchema } from '../../../shared/protocol/case'
import { drawReplySchema, signInReplySchema, type Drawn } from '../../../shared/protocol/apiModels'
import { commandOutcomesSchema, type CommandOutcome } from '../../../shared/protocol/commands'
import type { Decision } from '../../../shared/review/decision'

/** One reviewer with a connection of the own, as a workstation has it. Times are milliseconds. */
export interface Reviewer {
  drawNext(): Promise<{ readonly drawn: Drawn | null; readonly took: number }>
  readCase(
    caseId: string,
  ): Promise<{ readonly rulePack: string; readonly version: number; readonly took: number }>
  decide(
    drawn: Drawn,
    version: number,
    decision: Decision,
  ): Promise<{ readonly outcome: CommandOutcome; readonly took: number }>
  close(): void
}

const MOST_REPETITIONS = 5
/** The server has more to do than it can, and says when to come again. */
const BUSY = 503
/** In place of a status: above all that a server answers. */
const NO_ANSWER = 599

interface Answer {
  readonly status: number
  readonly text: string
  readonly retryAfterSeconds: number
  readonly path: string
  readonly took: number
}

/** Signs in. `place` gives the reviewer an address of the own, for the server counts attempts by address. */
export async function signInReviewer(
  url: string,
  credentials: { readonly username: string; readonly password: string },
  place: number,
  onRepeated: () => void,
): Promise<Reviewer> {
  const localAddress = `127.0.${1 + Math.floor(place / 200)}.${1 + (place % 200)}`
  const agent = new Agent({ keepAlive: true, maxSockets: 1, localAddress })
  let token = ''

  async function ask(method: string, path: string, body?: unknown): Promise<{ body: unknown; took: number }> {
    let answer = await send(method, path, body)
    for (let again = 1; isPassing(answer.status) && again <= MOST_REPETITIONS; again += 1) {
      // A workstation asks again as well, a decision under the same id. Any other failure of a server ends the bench.
      onRepeated()
      await sleep(answer.retryAfterSeconds * 1000)
      answer = await send(method, path, body)
    }
    if (answer.status !== 401) {
      return read(answer)
    }
    // Access tokens live for a quarter of an hour; the time of the new sign-in is not counted.
    await signIn()
    return read(await send(method, path, body))
  }

  async function send(method: string, path: string, body: unknown): Promise<Answer> {
    const begun = performance.now()
    const text = body === undefined ? undefined : JSON.stringify(body)
    const answer = await new Promise<Omit<Answer, 'path' | 'took'>>((resolve, reject) => {
      const asked = request(new URL(path, url), {
        method,
        agent,
        headers: {
          ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        },
      })
      // A connection that was silent for long may just have been closed: asked again, like a full server.
      asked.on('error', () => {
        resolve({ status: NO_ANSWER, text: '', retryAfterSeconds: 0 })
      })
      asked.on('response', (response) => {
        const chunks: Buffer[] = []
        response.on('error', reject)
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString('utf8'),
            retryAfterSeconds: Number(response.headers['retry-after'] ?? 0),
          })
        })
      })
      asked.end(text)
    })
    return { ...answer, path, took: performance.now() - begun }
  }

  async function signIn(): Promise<void> {
    token = ''
    const { body } = read(await send('POST', '/v1/session', credentials))
    token = signInReplySchema.parse(body).token
  }

  await signIn()

  return {
    drawNext: async () => {
      const { body, took } = await ask('POST', '/v1/holds/next', {})
      return { drawn: drawReplySchema.parse(body).drawn, took }
    },
    readCase: async (caseId) => {
      const { body, took } = await ask('GET', `/v1/cases/${caseId}`)
      const { rulePack, version } = caseSchema.parse(body)
      return { rulePack, version, took }
    },
    decide: async ({ hold }, expectedVersion, decision) => {
      const command = {
        id: v7(),
        kind: 'decide',
        caseId: hold.caseId,
        expectedVersion,
        recordedAt: new Date().toISOString(),
        holdToken: hold.token,
        decision,
      }
      const { body, took } = await ask('POST', '/v1/commands', { commands: [command] })
      const [outcome] = commandOutcomesSchema.parse(body).outcomes
      if (!outcome) {
        throw new Error('The server answered no outcome')
      }
      return { outcome, took }
    },
    close: () => {
      agent.destroy()
    },
  }
}

function isPassing(status: number): boolean {
  return status === BUSY || status === NO_ANSWER
}

function read({ status, text, path, took }: Answer): { readonly body: unknown; readonly took: number } {
  if (status !== 200) {
    throw new Error(`${path} was answered with ${status}: ${text}`)
  }
  return { body: JSON.parse(text), took }
}
