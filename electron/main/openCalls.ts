interface OpenCalls {
  /** A signal for one call and the reading of its answer: aborts after the time, with `other`, or with `abandon`. */
  begin(timeoutMs: number, other?: AbortSignal): AbortSignal
  /** Ends every call that is on its way. */
  abandon(): void
}

/**
 * The calls on their way. `AbortSignal.any` would say the same in a line, but on Node 20 it forgets its sources at a garbage
 * collection: a stream that was open then could never be ended, and whoever waits for it would wait for ever.
 */
export function createOpenCalls(): OpenCalls {
  const open = new Set<AbortController>()
  return {
    begin(timeoutMs, other) {
      const controller = new AbortController()
      const end = (): void => {
        clearTimeout(timer)
        open.delete(controller)
        controller.abort()
      }
      const timer = setTimeout(end, timeoutMs)
      timer.unref()
      open.add(controller)
      other?.addEventListener('abort', end, { once: true })
      return controller.signal
    },
    abandon() {
      for (const controller of open) {
        controller.abort()
      }
      open.clear()
    },
  }
}

/**
 * The same answer, whose body fails as soon as the signal aborts. `fetch` promises that as well, and on Node 20 breaks the
 * promise once the request itself has been collected as garbage.
 */
export function endedBy(signal: AbortSignal, response: Response): Response {
  if (response.body === null) {
    return response
  }
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const fail = (): void => {
        controller.error(new Error('The call was ended'))
        reader.cancel().catch(() => undefined)
      }
      if (signal.aborted) {
        fail()
      }
      signal.addEventListener('abort', fail, { once: true })
    },
    async pull(controller) {
      const { done, value } = await reader.read()
      if (!done) {
        controller.enqueue(value)
      } else if (!signal.aborted) {
        controller.close()
      }
    },
    cancel: () => reader.cancel(),
  })
  return new Response(body, { status: response.status, headers: response.headers })
}
