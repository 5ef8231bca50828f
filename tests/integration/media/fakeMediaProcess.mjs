// Speaks the frames of the media process by hand, and does to the host what a request's body asks for.

const chunks = []
let prefix = null

function write(header, body = Buffer.alloc(0)) {
  const text = Buffer.from(JSON.stringify(header))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(text.length, 0)
  head.writeUInt32BE(body.length, 4)
  process.stdout.write(Buffer.concat([head, text, body]))
}

function serve(header, body) {
  const wish = body.toString('utf8')
  switch (wish) {
    case 'hang':
      return
    case 'spin':
      for (;;) {
        // Never lets go of the processor, as a decoder in an endless loop.
      }
    case 'crash':
      process.kill(process.pid, 'SIGKILL')
      return
    case 'leave':
      process.exit(0)
      return
    case 'garbage':
      process.stdout.write(Buffer.alloc(64, 0xff))
      return
    case 'wrong header':
      write({ reply: 'something else' })
      return
    case 'second ready':
      write({ reply: 'ready' })
      return
    case 'bug':
      write({ reply: 'failed', message: 'TypeError at somewhere' })
      return
    case 'environment':
      write({ reply: 'bytes' }, Buffer.from(JSON.stringify(Object.keys(process.env).sort())))
      return
    case 'heap':
      write({ reply: 'bytes' }, Buffer.from(process.execArgv.join(' ')))
      return
    case 'noise':
      process.stderr.write('a name that stood in a file\n')
      write({ reply: 'bytes' }, body)
      return
    default:
      write({ reply: 'bytes' }, Buffer.from(`${header.call} ${wish} ${String(process.pid)}`))
  }
}

process.stdin.on('data', (chunk) => {
  chunks.push(chunk)
  for (;;) {
    const all = Buffer.concat(chunks.splice(0))
    chunks.push(all)
    if (prefix === null) {
      if (all.length < 8) {
        return
      }
      prefix = { header: all.readUInt32BE(0), body: all.readUInt32BE(4) }
    }
    const end = 8 + prefix.header + prefix.body
    if (all.length < end) {
      return
    }
    const header = JSON.parse(all.subarray(8, 8 + prefix.header).toString('utf8'))
    const body = all.subarray(8 + prefix.header, end)
    chunks.splice(0, chunks.length, all.subarray(end))
    prefix = null
    serve(header, body)
  }
})
process.stdin.on('end', () => process.exit(0))
write({ reply: 'ready' })
