import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'

/** A cable between workstation and server that a test can pull out and put back. */
export interface NetworkCable {
  /** Address that the workstation is told. */
  readonly url: string
  /** Ends what is under way and takes no new connection. */
  cut(): void
  restore(): void
  close(): Promise<void>
}

export async function layNetworkCable(serverUrl: string): Promise<NetworkCable> {
  const { hostname, port } = new URL(serverUrl)
  const open = new Set<Socket>()
  let isCut = false

  const server = createServer((inward) => {
    if (isCut) {
      inward.resetAndDestroy()
      return
    }
    const outward = connect(Number(port), hostname)
    for (const socket of [inward, outward]) {
      open.add(socket)
      socket.on('close', () => open.delete(socket))
      // One end breaking ends the other; the error itself is what a cut cable looks like.
      socket.on('error', () => {
        inward.destroy()
        outward.destroy()
      })
    }
    inward.pipe(outward)
    outward.pipe(inward)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo

  function destroyAll(): void {
    open.forEach((socket) => {
      socket.resetAndDestroy()
    })
  }

  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    cut() {
      isCut = true
      destroyAll()
    },
    restore() {
      isCut = false
    },
    async close() {
      destroyAll()
      server.close()
      await once(server, 'close')
    },
  }
}
