import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openCanvas, type Canvas, type CanvasLibrary } from '../openCanvas'

/** The part of pdf.js that is used. Its own types need those of a browser. */
interface PdfJs {
  getDocument(options: object): PdfTask
  readonly AnnotationMode: { readonly ENABLE: number }
}

interface PdfTask {
  readonly promise: Promise<PdfDocument>
  destroy(): Promise<void>
}

export interface PdfDocument {
  readonly numPages: number
  getPage(number: number): Promise<PdfPage>
}

export interface PdfPage {
  getViewport(options: { readonly scale: number }): PdfViewport
  render(options: object): PdfRendering
  /** Pictures and fonts of the page, by name; null: one that could not be unpacked. */
  readonly objs: Iterable<readonly [string, unknown]>
  readonly commonObjs: Iterable<readonly [string, unknown]>
}

interface PdfRendering {
  readonly promise: Promise<void>
  /** Asked every few milliseconds; drawing goes on when `goOn` is called. */
  onContinue?: (goOn: () => void) => void
  cancel(): void
}

export interface PdfViewport {
  readonly width: number
  readonly height: number
}

export interface PdfEngine {
  open(bytes: Uint8Array): PdfTask
  createCanvas(width: number, height: number): Canvas
  readonly annotationMode: number
}

const require = createRequire(import.meta.url)
let loading: Promise<PdfEngine> | undefined

/** Loads pdf.js and its canvas at the first document: a quarter of a second that a process without one need not spend. */
export function pdfEngine(): Promise<PdfEngine> {
  loading ??= load()
  return loading
}

async function load(): Promise<PdfEngine> {
  const canvas = openCanvas()
  // pdf.js looks for these by itself in a plain Node only, not in a utility process.
  const { DOMMatrix, ImageData, Path2D } = canvas
  Object.assign(globalThis, { DOMMatrix, ImageData, Path2D })
  const file = require.resolve('pdfjs-dist/legacy/build/pdf.mjs')
  // Loaded first, the part that parses is found in this thread and starts no worker.
  await import(pathToFileURL(join(dirname(file), 'pdf.worker.mjs')).href)
  const library = (await import(pathToFileURL(file).href)) as PdfJs
  const options = readOptions(canvas, join(dirname(file), '../..'))
  return {
    open: (bytes) => library.getDocument({ data: new Uint8Array(bytes), ...options }),
    createCanvas: (width, height) => canvas.createCanvas(width, height),
    annotationMode: library.AnnotationMode.ENABLE,
  }
}

/** No script, no XFA, no network, no font of the machine; what is missing in a document comes from the package's folders. */
function readOptions({ createCanvas }: CanvasLibrary, folder: string): object {
  return {
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableRange: true,
    disableStream: true,
    disableAutoFetch: true,
    verbosity: 0,
    // Otherwise the first mistake would end a page without a word. Pictures that fail are told apart after drawing.
    stopAtErrors: false,
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    wasmUrl: `${join(folder, 'wasm')}/`,
    CMapReaderFactory: class {
      async fetch({ name }: { readonly name: string }) {
        return { cMapData: await readPart(join(folder, 'cmaps'), `${name}.bcmap`), isCompressed: true }
      }
    },
    StandardFontDataFactory: class {
      fetch({ filename }: { readonly filename: string }) {
        return readPart(join(folder, 'standard_fonts'), filename)
      }
    },
    WasmFactory: class {
      fetch({ filename }: { readonly filename: string }) {
        return readPart(join(folder, 'wasm'), filename)
      }
    },
    CanvasFactory: canvasFactory(createCanvas),
    FilterFactory: PlainFilters,
  }
}

/** Names come from the document: only a plain file name reaches the disk. */
async function readPart(folder: string, name: string): Promise<Uint8Array> {
  if (!/^[\w-]+\.[a-z]+$/i.test(name)) {
    throw new Error('Not a part of the library')
  }
  return new Uint8Array(await readFile(join(folder, name)))
}

interface CanvasPlace {
  canvas: { width: number; height: number } | null
  context: unknown
}

function canvasFactory(createCanvas: CanvasLibrary['createCanvas']) {
  return class {
    create(width: number, height: number) {
      const canvas = createCanvas(Math.max(1, width), Math.max(1, height))
      return { canvas, context: canvas.getContext('2d') }
    }

    reset({ canvas }: CanvasPlace, width: number, height: number): void {
      Object.assign(canvas ?? {}, { width: Math.max(1, width), height: Math.max(1, height) })
    }

    destroy(place: CanvasPlace): void {
      Object.assign(place.canvas ?? {}, { width: 0, height: 0 })
      place.canvas = null
      place.context = null
    }
  }
}

/** Filters of a browser's style sheets, which a canvas of Node has not. */
class PlainFilters {
  addFilter(): string {
    return 'none'
  }

  addHCMFilter(): string {
    return 'none'
  }

  addAlphaFilter(): string {
    return 'none'
  }

  addLuminosityFilter(): string {
    return 'none'
  }

  addHighlightHCMFilter(): string {
    return 'none'
  }

  destroy(): void {
    // Nothing is kept.
  }
}
