/**
 * The part of the ZIP format (PKWARE APPNOTE 6.3) that packages use: stored or deflated entries with UTF-8 names,
 * sizes in the headers, no extra fields, no comments, no ZIP64, no encryption. Times are those of the format's first
 * day: what depends on the clock has no place here.
 */

export const LOCAL_HEADER = { signature: 0x04034b50, bytes: 30 } as const
export const CENTRAL_HEADER = { signature: 0x02014b50, bytes: 46 } as const
export const END_RECORD = { signature: 0x06054b50, bytes: 22 } as const

export const METHOD = { stored: 0, deflated: 8 } as const

/** Version 2.0: folders and deflate. */
export const VERSION_NEEDED = 20
/** Made by the same version on Unix, so that the file mode below counts. */
export const VERSION_MADE_BY = (3 << 8) | VERSION_NEEDED
/** Bit 11: the name is UTF-8. */
export const FLAGS = 0x0800
export const DOS_TIME = 0
/** 1980-01-01. */
export const DOS_DATE = 0x0021
/** A regular file, mode 0644. */
export const EXTERNAL_ATTRIBUTES = (0o100644 << 16) >>> 0
