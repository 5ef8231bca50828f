import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import path from 'node:path'
import { build as viteBuild, type Plugin } from 'vite'
import { rendererDefine } from './renderer/vite'

/** The oldest runtime that the application is started on; see docs/adr/0001. */
const NODE_TARGET = 'node20.18'
const CHROMIUM_TARGET = 'chrome130'

/** Native code, WebAssembly and fonts find their files beside themselves and cannot be bundled. */
const UNBUNDLED = [
  'electron',
  'better-sqlite3',
  'sharp',
  'subset-font',
  'harfbuzzjs',
  'onnxruntime-node',
  'libheif-js',
  'pdfjs-dist',
  '@napi-rs/canvas',
  /^@gutenye\/ocr-models/,
  /^@expo-google-fonts\//,
]

const root = import.meta.dirname

export default defineConfig({
  main: {
    plugins: [standaloneBundle('electron/media/process.ts', 'media-process')],
    build: {
      target: NODE_TARGET,
      outDir: path.join(root, 'out/main'),
      externalizeDeps: false,
      rolldownOptions: {
        external: UNBUNDLED,
        input: {
          index: path.join(root, 'electron/main/index.ts'),
          'data-worker': path.join(root, 'electron/data/worker.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      outDir: path.join(root, 'out/preload'),
      // A sandboxed preload can require nothing but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: path.join(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path.join(root, 'renderer'),
    plugins: [vue()],
    define: rendererDefine,
    build: {
      target: CHROMIUM_TARGET,
      outDir: path.join(root, 'out/renderer'),
      // The content security policy allows no data: scripts, and inlined fonts would be parsed at every start.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: path.join(root, 'renderer/index.html') } },
    },
  },
})

/**
 * Bundles one more entry without sharing chunks with the others: the media process is run by a plain Node, which cannot read
 * the archive that the rest of the application is packed into.
 */
function standaloneBundle(entry: string, name: string): Plugin {
  return {
    name: 'beian:standalone-bundle',
    apply: 'build',
    async closeBundle() {
      await viteBuild({
        configFile: false,
        root,
        logLevel: 'warn',
        publicDir: false,
        ssr: { noExternal: true },
        build: {
          target: NODE_TARGET,
          ssr: true,
          outDir: path.join(root, 'out/main'),
          emptyOutDir: false,
          minify: false,
          rolldownOptions: {
            external: UNBUNDLED,
            input: { [name]: path.join(root, entry) },
            output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
          },
        },
      })
    },
  }
}
