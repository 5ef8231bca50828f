import { z } from 'zod'
import { encodeFrame, FrameReader, type Frame } from '../common/mediaProcess/frames'
import { configureSharp } from './images/configureSharp'
import { limitMemory } from './limitMemory'
import { serveMedia } from './serveMedia'

/**
 * Entry of the media process. It gets bytes and answers bytes and findings; it knows no folder, no key and no
 * network. Started as an Electron utility process it has a parent port, started by a plain Node it has stdio.
 */

interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(message: unknown): void
}

const frameSchema = z.strictObject({ header: z.unknown(), body: z.instanceof(Uint8Array) })

configureSharp()
limitMemory()
const parentPort = (process as { readonly parentPort?: ParentPort }).parentPort
if (parentPort) {
  serveParentPort(parentPort)
} else {
  serveStdio()
}

function serveParentPort(port: ParentPort): void {
  const serve = async (frame: Frame): Promise<void> => {
    port.postMessage(await serveMedia(frame))
  }
  port.on('message', ({ data }) => {
    void serve(frameSchema.parse(data))
  })
  port.postMessage({ header: { reply: 'ready' }, body: new Uint8Array(0) })
}

function serveStdio(): void {
  const toHost = process.stdout.write.bind(process.stdout)
  // A library that prints would break the frames: standard output belongs to them alone.
  process.stdout.write = process.stderr.write.bind(process.stderr)
  const write = (frame: Frame): void => {
    for (const part of encodeFrame(frame)) {
      toHost(part)
    }
  }
  let underWay = Promise.resolve()
  const serve = async (frame: Frame): Promise<void> => {
    write(await serveMedia(frame))
  }
  const reader = new FrameReader((frame) => {
    underWay = underWay.then(() => serve(frame))
  })
  process.stdin.on('data', (chunk: Buffer) => {
    reader.push(chunk)
  })
  // The shell has gone, or wants this process to go: finish what is under way, then end.
  process.stdin.on('end', () => {
    void underWay.then(() => {
      process.exitCode = 0
    })
  })
  write({ header: { reply: 'ready' }, body: new Uint8Array(0) })
}
