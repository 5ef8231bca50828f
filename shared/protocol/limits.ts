const MEBIBYTE = 1024 * 1024

/**
 * Bounds of what intake takes. A document above its bound is refused by name, so the bound of a whole bundle is
 * wide enough that one such document still arrives and can be named.
 */
export const BUNDLE_LIMITS = {
  /** 4 MB is what the provider pages publish; five times as much still opens on a workstation without delay. */
  documentBytes: 20 * MEBIBYTE,
  /** Ten times what a phone takes; a few kilobytes can state a picture that fills the memory when opened. */
  documentPixels: 120_000_000,
  /** Longer edge: the most a JPEG can have, so that every picture can be shown at its full size. */
  documentEdge: 65_500,
  /** `filing.json` of 20 services with 50 domains each stays under a tenth of this. */
  manifestBytes: 2 * MEBIBYTE,
  /** One bundle, compressed or not. */
  bundleBytes: 160 * MEBIBYTE,
  /** 100 documents, their folders, and some a careless packer adds. */
  entries: 400,
} as const

export const CERTIFICATE_LIMITS = {
  /** A certificate of approval: a page or a few. A page scanned in colour at 300 dpi takes some 2 MB, so five of them fit. */
  bytes: 10 * MEBIBYTE,
} as const

/** Bounds of a rule pack: the shipped one has 36 files and about a megabyte. */
export const RULE_PACK_LIMITS = {
  /** As a zip. */
  archiveBytes: 4 * MEBIBYTE,
  fileBytes: 2 * MEBIBYTE,
  totalBytes: 8 * MEBIBYTE,
  entries: 64,
} as const

/** Rows of one answer of the change feed, when nothing is said: so many are here and on the screen within a second. */
export const FEED_PAGE_ROWS = 1000
/** The most that may be asked for: some 3 MB. A workstation that has the beginning reads on in such pages. */
export const FEED_MOST_ROWS = 5000
/** Commands in one delivery. */
export const COMMANDS_PER_DELIVERY = 50
/** More than one person can review in half an hour would only keep work from colleagues. */
export const MOST_RESERVATIONS = 10
