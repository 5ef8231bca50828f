import { editingToolIn, type EditingTool } from '../../../shared/imaging/editingTools'
import { readExif } from './readExif'

/** Metadata of a picture as the file holds it; absent parts are undefined. */
export interface RawMetadata {
  readonly exif?: Uint8Array | undefined
  readonly xmp?: Uint8Array | undefined
  /** Block of an editor beside the picture (JPEG APP13). */
  readonly iptc?: Uint8Array | undefined
  /** Texts of a PNG. */
  readonly comments?: readonly { readonly keyword: string; readonly text: string }[] | undefined
}

export interface Traces {
  /** Program for changing pictures that the metadata names. */
  readonly tool: EditingTool | null
  /** A block that such programs leave, without a name. */
  readonly hasEditorBlock: boolean
  readonly hasCamera: boolean
  /** The metadata says that it is a picture of a screen. */
  readonly saysScreenshot: boolean
}

const XMP_TOOL = /(?:CreatorTool|softwareAgent)(?:\s*=\s*["']|>)([^"'<]{1,160})/g
const MOST_XMP = 256 * 1024

/** What the metadata tells of cameras, programs and screens, and nothing else of it. */
export function readTraces({ exif, xmp, iptc, comments = [] }: RawMetadata): Traces {
  const read = exif ? readExif(exif) : null
  const xml = xmp ? new TextDecoder().decode(xmp.subarray(0, MOST_XMP)) : ''
  const tools = [...xml.matchAll(XMP_TOOL)].map((match) => match[1] ?? '')
  const software = comments.filter(({ keyword }) => /software|comment/i.test(keyword)).map(({ text }) => text)
  const named = [read?.software ?? '', ...tools, ...software].join('\n').slice(0, 4096)
  const said = [read?.comment ?? '', ...comments.map(({ text }) => text.slice(0, 200)), xml.slice(0, 20_000)]
  return {
    tool: editingToolIn(named),
    hasEditorBlock: iptc !== undefined && iptc.length > 0,
    hasCamera: read?.hasMaker ?? false,
    saysScreenshot: said.some((text) => /screenshot|屏幕截图|截屏/i.test(text)),
  }
}
