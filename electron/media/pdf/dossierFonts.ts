import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { PDFDocument, PDFFont } from 'pdf-lib'
import type { LaidOutDossier, Weight } from './pageModel'
import { TrueTypeFont } from './trueTypeFont'

/** Noto Sans SC, whole (SIL Open Font License 1.1). */
const FILES: Readonly<Record<Weight, string>> = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf',
}
const NAMES: Readonly<Record<Weight, string>> = {
  regular: 'NotoSansSC-Regular',
  bold: 'NotoSansSC-SemiBold',
}
const WEIGHTS = ['regular', 'bold'] as const satisfies readonly Weight[]

/** What only shaping or a screen would use; the dossier places every glyph itself. */
const DROPPED_TABLES = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'STAT', 'vhea', 'vmtx', 'gasp']

const require = createRequire(import.meta.url)

/** The package ships no types; this is the part of it that is used. */
const subsetFont = require('subset-font') as (
  font: Buffer,
  text: string,
  options: {
    readonly targetFormat: 'truetype'
    readonly keepFeatures: readonly string[]
    readonly noHinting: boolean
    readonly dropTables: readonly string[]
  },
) => Promise<Buffer>

export interface DossierFonts {
  readonly faces: Readonly<Record<Weight, TrueTypeFont>>
  readonly files: Readonly<Record<Weight, Uint8Array>>
}

/** Reads both weights: 20 MB and a fortieth of a second. */
export async function readDossierFonts(): Promise<DossierFonts> {
  const [regular, bold] = await Promise.all(WEIGHTS.map((weight) => readFile(require.resolve(FILES[weight]))))
  if (!regular || !bold) {
    throw new Error('A weight of the font is missing')
  }
  return {
    files: { regular, bold },
    faces: {
      regular: new TrueTypeFont(regular, NAMES.regular),
      bold: new TrueTypeFont(bold, NAMES.bold),
    },
  }
}

/** Embeds of each weight just the characters that the pages use. */
export async function embedFonts(
  pdf: PDFDocument,
  fonts: DossierFonts,
  dossier: LaidOutDossier,
): Promise<Readonly<Record<Weight, PDFFont>>> {
  // pdf-lib's own subsetting loses Chinese glyphs: what it gets is a small font that it embeds whole.
  pdf.registerFontkit({ create: (bytes) => new TrueTypeFont(bytes, 'NotoSansSC') })
  const embed = async (weight: Weight): Promise<PDFFont> => {
    const subset = await subsetFont(Buffer.from(fonts.files[weight]), charactersOf(dossier, weight), {
      targetFormat: 'truetype',
      keepFeatures: [],
      noHinting: true,
      dropTables: DROPPED_TABLES,
    })
    return pdf.embedFont(subset, { subset: false, customName: `BEIAND+${NAMES[weight]}` })
  }
  return { regular: await embed('regular'), bold: await embed('bold') }
}

/** Sorted, so that the order in which pages mention them leaves no trace. */
function charactersOf(dossier: LaidOutDossier, weight: Weight): string {
  const characters = new Set(' ')
  for (const mark of dossier.pages.flat()) {
    if (mark.mark === 'text' && mark.weight === weight) {
      for (const character of mark.text) {
        characters.add(character)
      }
    }
  }
  return [...characters].sort().join('')
}
