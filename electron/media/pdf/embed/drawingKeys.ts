/** What a dictionary that only draws may have, by the tables of ISO 32000-1; the number is the table's. */
const KEYS = [
  // 5, 8, 10, 11, 12, 13: streams and their filters
  'Length Filter DecodeParms Predictor Colors BitsPerComponent Columns EarlyChange K EndOfLine EncodedByteAlign',
  'Rows EndOfBlock BlackIs1 DamagedRowsBeforeError JBIG2Globals ColorTransform',
  // 89, 146: pictures and their masks
  'Width Height ColorSpace Intent ImageMask Mask Decode Interpolate SMask SMaskInData Matte Name',
  // 95, 96, 147: forms and groups
  'FormType BBox Matrix Resources Group CS I',
  // 58, 144: graphics states and soft masks; no halftones, which are a matter of one printing press
  'LW LC LJ ML D RI OP op OPM Font BG BG2 UCR UCR2 TR TR2 FL SM SA BM CA ca AIS TK G BC',
  // 75 to 84: patterns and shadings
  'PatternType PaintType TilingType XStep YStep Shading ExtGState ShadingType Background AntiAlias Domain Function',
  'Coords Extend BitsPerCoordinate BitsPerFlag VerticesPerRow',
  // 38 to 41: functions
  'FunctionType Range Size BitsPerSample Order Encode C0 C1 N Functions Bounds',
  // 63 to 66, 71, 72: colours
  'WhitePoint BlackPoint Gamma Alternate Colorants Process Components',
  // 111 to 122, 124, 127: fonts
  'BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode BaseEncoding Differences DescendantFonts',
  'CIDSystemInfo Registry Ordering Supplement DW W DW2 W2 CIDToGIDMap CMapName WMode UseCMap FontBBox FontMatrix CharProcs',
  'FontName FontFamily FontStretch FontWeight Flags ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH',
  'AvgWidth MaxWidth MissingWidth FontFile FontFile2 FontFile3 CharSet CIDSet Style Panose Lang FD Length1 Length2 Length3',
]

export const ALLOWED_KEYS: ReadonlySet<string> = new Set(KEYS.join(' ').split(' '))

/** Keys by which other dictionaries say that they act or carry something: kept only with these values. */
export const ALLOWED_VALUES: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'Type',
    ['Font', 'FontDescriptor', 'XObject', 'ExtGState', 'Pattern', 'Mask', 'Group', 'Encoding', 'CMap'],
  ],
  [
    'Subtype',
    [
      ...['Image', 'Form', 'Type0', 'Type1', 'MMType1', 'Type3', 'TrueType', 'CIDFontType0', 'CIDFontType2'],
      ...['Type1C', 'CIDFontType0C', 'OpenType', 'NChannel', 'DeviceN'],
    ],
  ],
  ['S', ['Transparency', 'Alpha', 'Luminosity']],
])

/** Kinds of resources (table 33); each leads by free names to things. */
export const RESOURCE_MAPS: ReadonlySet<string> = new Set([
  'Font',
  'XObject',
  'ExtGState',
  'ColorSpace',
  'Pattern',
  'Shading',
])
