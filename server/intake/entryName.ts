const UTF8_FLAG = 0x800

/** Lists what unpacking programs of every system would read as more than a name inside the archive. */
const UNSAFE: ReadonlyArray<{ readonly pattern: RegExp; readonly reason: string }> = [
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  { pattern: /[\u0000-\u001f\u007f]/, reason: 'contains a control character' },
  { pattern: /\\/, reason: 'contains a backslash' },
  { pattern: /^\//, reason: 'is absolute' },
  { pattern: /^[A-Za-z]:/, reason: 'names a drive' },
  { pattern: /(^|\/)\.\.?(\/|$)/, reason: 'leaves its folder' },
  { pattern: /\/\//, reason: 'contains an empty folder name' },
]

/**
 * The name of an archive entry as text, composed (NFC). Archives say whether a name is UTF-8; those that do not say
 * are read as UTF-8 where that is possible, else as GB 18030, which is what Windows in China writes.
 */
export function decodeEntryName(raw: Uint8Array, flags: number): string | null {
  const utf8 = decode(raw, 'utf-8')
  const isUtf8 = (flags & UTF8_FLAG) !== 0
  const name = utf8 ?? (isUtf8 ? null : decode(raw, 'gb18030'))
  return name?.normalize('NFC') ?? null
}

/** Why a name is not taken, or null when it is one. A trailing slash marks a folder. */
export function unsafeNameReason(name: string): string | null {
  if (name === '') {
    return 'is empty'
  }
  return UNSAFE.find(({ pattern }) => pattern.test(name))?.reason ?? null
}

/** Packers of macOS add these; they carry nothing of the filing. */
export function isPackerLitter(name: string): boolean {
  return /(^|\/)(__MACOSX\/|\.DS_Store$)/.test(name)
}

function decode(raw: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(raw)
  } catch {
    return null
  }
}
