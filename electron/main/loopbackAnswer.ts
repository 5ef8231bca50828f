import { createHash, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LOOPBACK_PATH } from '../../shared/protocol/companySignIn'
import { refusal, success, type Result } from '../../shared/result'
import type { AnswerListener, ProviderAnswer } from '../workflows/ports/browserPort'

/** Time to find the phone with the second factor. */
const PATIENCE_MS = 5 * 60_000
const HOST = '127.0.0.1'
const MOST_ADDRESS = 8192

const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
}
/** Says the same whatever came, so that it tells a prying page nothing. */
const PAGE = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>Beian Desk</title>
<p>请回到备案审核工作台。此页面可以关闭。</p><p lang="en">Go back to Beian Desk. You can close this page.</p></html>`

/**
 * Listens on this machine, on a port that the system chooses (RFC 8252, 7.3), for the one answer with this state. Anything
 * else that comes is refused and changes nothing: other programs and pages on this machine can knock as well.
 */
export async function listenForAnswer(state: string, patienceMs = PATIENCE_MS): Promise<AnswerListener> {
  let settle: (answer: Result<ProviderAnswer, 'refused' | 'timed-out' | 'cancelled'>) => void = () =>
    undefined
  const answer = new Promise<Result<ProviderAnswer, 'refused' | 'timed-out' | 'cancelled'>>((resolve) => {
    settle = resolve
  })
  const server = createServer({ maxHeaderSize: 2 * MOST_ADDRESS }, (request, response) => {
    const found = readAnswer(request, `${HOST}:${String(port)}`, state)
    if (typeof found === 'number') {
      response.writeHead(found, { connection: 'close' }).end()
      return
    }
    response.writeHead(200, PAGE_HEADERS).end(PAGE, () => {
      end(found)
    })
  })
  // A question is one small request; who sends it slowly is no browser.
  server.requestTimeout = 10_000
  server.headersTimeout = 10_000
  server.listen(0, HOST)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const timer = setTimeout(() => {
    end(refusal('timed-out'))
  }, patienceMs)
  timer.unref()

  function end(outcome: Parameters<typeof settle>[0]): void {
    clearTimeout(timer)
    server.close()
    server.closeAllConnections()
    settle(outcome)
  }

  return {
    redirectUri: `http://${HOST}:${String(port)}${LOOPBACK_PATH}`,
    answer,
    close: () => {
      end(refusal('cancelled'))
    },
  }
}

/** The answer, or the status that a request gets which is none. */
function readAnswer(
  { method, url = '', headers }: IncomingMessage,
  host: string,
  state: string,
): Result<ProviderAnswer, 'refused'> | number {
  // A page that reaches us under another name has had that name rebound to this machine.
  if (headers.host !== host || method !== 'GET' || url.length > MOST_ADDRESS) {
    return 400
  }
  const base = `http://${host}`
  // An HTTP parser lets `//` pass, which is no address.
  if (!URL.canParse(url, base)) {
    return 400
  }
  const { pathname, searchParams } = new URL(url, base)
  if (pathname !== LOOPBACK_PATH) {
    return 404
  }
  const names = [...searchParams.keys()]
  // Nothing twice: who reads which of the two is where confusions begin.
  if (new Set(names).size !== names.length || !isSame(searchParams.get('state') ?? '', state)) {
    return 400
  }
  if (searchParams.has('error')) {
    return refusal('refused')
  }
  const code = searchParams.get('code')
  return code === null || code === '' ? 400 : success({ code, iss: searchParams.get('iss') })
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
