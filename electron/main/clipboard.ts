/** A minute is enough to paste into the administration's form, and short enough that the next person finds nothing. */
const KEPT_MS = 60_000

/** The system's clipboard; newer versions of the shell answer later, older ones at once. */
interface SystemClipboard {
  readonly write: (text: string) => Promise<void>
  readonly read: () => Promise<string>
  readonly clear: () => Promise<void>
}

/** Copies text and takes it off the clipboard again, unless something else has been copied meanwhile. */
export function createClipboard(
  system: SystemClipboard,
  onError: (cause: unknown) => void,
): (text: string) => void {
  let timer: NodeJS.Timeout | undefined

  async function takeOff(text: string): Promise<void> {
    if ((await system.read()) === text) {
      await system.clear()
    }
  }

  return (text) => {
    clearTimeout(timer)
    system.write(text).catch(onError)
    timer = setTimeout(() => {
      takeOff(text).catch(onError)
    }, KEPT_MS)
    timer.unref()
  }
}
