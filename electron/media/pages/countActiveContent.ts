import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, PDFStream, type PDFObject } from 'pdf-lib'

/** Actions that do something beyond turning to a page (ISO 32000-1, 12.6.4). */
const ACTIONS = new Set([
  'JavaScript',
  'Launch',
  'ImportData',
  'SubmitForm',
  'GoToE',
  'Rendition',
  'RichMediaExecute',
])
/** Types of things that carry another file or a player. */
const CARRIERS = new Set(['EmbeddedFile', 'RichMedia', '3D', 'Movie', 'Sound', 'Screen', 'FileAttachment'])

/**
 * Counts what could act in a reader of another make: scripts, actions that start or send something, files inside, and
 * forms of XML. Nothing of it is run here. Null when the objects cannot be read one by one.
 */
export async function countActiveContent(bytes: Uint8Array): Promise<number | null> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
    return pdf.context.enumerateIndirectObjects().reduce((count, [, object]) => count + countIn(object), 0)
  } catch {
    return null
  }
}

/** Looks at an object and at all that is written inside of it; what is referred to is enumerated by itself. */
function countIn(object: PDFObject): number {
  let count = 0
  const waiting: PDFObject[] = [object]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const dictionary = next instanceof PDFStream ? next.dict : next
    if (dictionary instanceof PDFDict) {
      count += isActive(dictionary) ? 1 : 0
      waiting.push(...dictionary.values())
    } else if (dictionary instanceof PDFArray) {
      waiting.push(...dictionary.asArray())
    }
  }
  return count
}

function isActive(dictionary: PDFDict): boolean {
  return (
    ACTIONS.has(nameAt(dictionary, 'S')) ||
    CARRIERS.has(nameAt(dictionary, 'Type')) ||
    CARRIERS.has(nameAt(dictionary, 'Subtype')) ||
    dictionary.has(PDFName.of('XFA')) ||
    (dictionary.has(PDFName.of('JS')) && nameAt(dictionary, 'S') === '')
  )
}

function nameAt(dictionary: PDFDict, key: string): string {
  const value = dictionary.get(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : ''
}
