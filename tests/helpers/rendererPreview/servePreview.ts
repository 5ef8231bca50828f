import { readFile } from 'node:fs/promises'
import path from 'node:path'
import vue from '@vitejs/plugin-vue'
import { createServer, type Plugin } from 'vite'
import { rendererDefine } from '../../../renderer/vite'

/**
 * Serves the renderer in an ordinary browser with a fake shell, to look at the screens.
 * `npx tsx tests/helpers/rendererPreview/servePreview.ts DIR`, with the folder that makePreviewData wrote.
 */
const root = path.resolve(import.meta.dirname, '../../..')
const PORT = 5199
const [dataFolder] = process.argv.slice(2)
if (dataFolder === undefined) {
  throw new Error('Usage: servePreview DIR')
}

function preview(data: string): Plugin {
  return {
    name: 'renderer-preview',
    enforce: 'pre',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace('./main.ts', `/@fs${path.join(import.meta.dirname, 'entry.ts')}`),
    },
    transform: (code, id) =>
      id.endsWith('shared/ipc/documentUrl.ts')
        ? code.replace('document://case/', '/preview-documents/')
        : undefined,
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const url = (request.url ?? '').split('?')[0] ?? ''
        const document = /^\/preview-documents\/([^/]+)\/(\d+)\/([^/]+)\/(?:original|thumbnail)$/.exec(url)
        const file =
          document !== null
            ? path.join(data, 'documents', document[1] ?? '', document[2] ?? '', `${document[3] ?? ''}.jpg`)
            : url === '/preview.json'
              ? path.join(data, 'preview.json')
              : null
        if (file === null) {
          next()
          return
        }
        readFile(file).then(
          (bytes) => response.end(bytes),
          () => {
            response.statusCode = 404
            response.end()
          },
        )
      })
    },
  }
}

const server = await createServer({
  configFile: false,
  root: path.join(root, 'renderer'),
  cacheDir: path.join(root, 'node_modules/.cache/renderer-preview'),
  define: rendererDefine,
  plugins: [preview(dataFolder), vue()],
  server: { port: PORT, strictPort: true, fs: { allow: [root] } },
})
await server.listen()
server.printUrls()
