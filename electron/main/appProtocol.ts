import { readFile, realpath } from 'node:fs/promises'
import { extname, isAbsolute, relative, resolve } from 'node:path'
import type { Protocol } from 'electron'

/** Script from our own files only, no inline script, no eval, nothing remote. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Reka UI and the picture viewer place elements through style attributes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' document: data: blob:",
  "font-src 'self'",
  "connect-src 'self' document:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Serves the built page under `app://desk/`, from inside `root` and nowhere else. */
export function serveApp(protocol: Protocol, root: string): void {
  protocol.handle('app', async (request) => {
    try {
      return await answer(request, root)
    } catch {
      // No such file, or an address that cannot be decoded.
      return notFound()
    }
  })
}

async function answer(request: Request, root: string): Promise<Response> {
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.host !== 'desk') {
    return notFound()
  }
  const file = resolve(root, `.${decodeURIComponent(url.pathname)}`)
  const contentType = CONTENT_TYPES[extname(file)]
  // Contained both as written and where links lead.
  if (
    contentType === undefined ||
    !isInside(root, file) ||
    !isInside(await realpath(root), await realpath(file))
  ) {
    return notFound()
  }
  return new Response(new Uint8Array(await readFile(file)), {
    headers: {
      'content-type': contentType,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
    },
  })
}

function isInside(folder: string, file: string): boolean {
  const inside = relative(folder, file)
  return inside !== '' && !inside.startsWith('..') && !isAbsolute(inside)
}

function notFound(): Response {
  return new Response(null, { status: 404 })
}
