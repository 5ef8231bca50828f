import { createRequire } from 'node:module'

/** The part of the canvas that is used. */
export interface Canvas {
  readonly width: number
  readonly height: number
  getContext(kind: '2d'): CanvasContext
}

interface CanvasContext {
  fillStyle: string
  font: string
  textAlign: string
  textBaseline: string
  fillRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray }
}

export interface CanvasLibrary {
  readonly createCanvas: (width: number, height: number) => Canvas
  readonly DOMMatrix: unknown
  readonly ImageData: unknown
  readonly Path2D: unknown
}

interface WholeLibrary extends CanvasLibrary {
  readonly GlobalFonts: { registerFromPath(file: string, name: string): unknown }
}

/** Families that pdf.js asks for when a document does not bring its own font. */
const FAMILIES = ['sans-serif', 'serif', 'monospace'] as const
const FONT = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'

const require = createRequire(import.meta.url)
let opened: CanvasLibrary | undefined

/** Loads the canvas when something is drawn for the first time. Each of its families is Noto Sans SC. */
export function openCanvas(): CanvasLibrary {
  opened ??= load()
  return opened
}

function load(): CanvasLibrary {
  // The same page must look the same on every workstation: fonts of the machine play no part.
  process.env['DISABLE_SYSTEM_FONTS_LOAD'] = '1'
  const canvas = require('@napi-rs/canvas') as WholeLibrary
  const font = require.resolve(FONT)
  for (const family of FAMILIES) {
    canvas.GlobalFonts.registerFromPath(font, family)
  }
  return canvas
}
