/** A stream of server-sent events, read as text. */
interface EventStream {
  readonly status: number
  /** Resolves once so many events of this name have come; rejects when the stream ends before. */
  came(event: string, count: number): Promise<void>
  /** Resolves with everything that was said when the other side has ended the stream. */
  ended(): Promise<string>
  close(): void
}

/** Opens a stream as a workstation does. */
export async function openEventStream(url: URL, token?: string): Promise<EventStream> {
  const abort = new AbortController()
  const response = await fetch(url, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    signal: abort.signal,
  })
  let text = ''
  let isOver = false
  const watchers = new Set<() => void>()

  async function read(): Promise<void> {
    const decoder = new TextDecoder()
    try {
      for await (const chunk of response.body ?? []) {
        text += decoder.decode(chunk, { stream: true })
        watchers.forEach((look) => {
          look()
        })
      }
    } catch (error) {
      if (!abort.signal.aborted) {
        throw error
      }
    } finally {
      isOver = true
      watchers.forEach((look) => {
        look()
      })
    }
  }

  const reading = read()
  return {
    status: response.status,
    came: (event, count) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (text.split(`event: ${event}\n`).length > count) {
            watchers.delete(look)
            resolve()
          } else if (isOver) {
            watchers.delete(look)
            reject(new Error(`The stream ended after: ${text}`))
          }
        }
        watchers.add(look)
        look()
      }),
    ended: async () => {
      await reading
      return text
    },
    close: () => {
      abort.abort()
    },
  }
}
