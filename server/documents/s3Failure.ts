/** What S3 says when a request failed in a way that may pass by itself. */
const PASSING = new Set([408, 429, 500, 502, 503, 504])
/** `<Error><Code>NoSuchBucket</Code>…`. Only a word is taken: the rest quotes the request. */
const CODE = /<Code>([A-Za-z0-9.]{1,64})<\/Code>/
/** An error answer is some hundred bytes; what is longer is no answer of a storage. */
const LONGEST_ANSWER = 16_384

/** The storage did not do what was asked. `code` is its own word or ours, and may stand in a log. */
export class S3Failure extends Error {
  override readonly name = 'S3Failure'
  readonly code: string
  /** Whether the same request may succeed a moment later. */
  readonly isPassing: boolean

  constructor(code: string, isPassing: boolean, options?: ErrorOptions) {
    super(`The document storage answered ${code}`, options)
    this.code = code
    this.isPassing = isPassing
  }
}

/** Makes a failure out of an answer that was not expected, and ends its body. */
export async function failureOf(response: Response): Promise<S3Failure> {
  const length = Number(response.headers.get('content-length') ?? LONGEST_ANSWER)
  if (length > LONGEST_ANSWER) {
    await response.body?.cancel()
    return new S3Failure(`status-${response.status}`, PASSING.has(response.status))
  }
  const text = await response.text().catch(() => '')
  const code = CODE.exec(text.slice(0, LONGEST_ANSWER))?.[1] ?? `status-${response.status}`
  return new S3Failure(code, PASSING.has(response.status))
}
