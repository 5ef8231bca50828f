import sharp from 'sharp'

/** Loaders that stay usable: the formats intake accepts. SVG, TIFF, GIF and the rest never get to read a byte. */
const LOADERS = ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp']

/**
 * Called once when a process that decodes pictures starts: no cache of strangers' pictures, one thread per process
 * (the pool is what uses several cores), and no decoder beyond the three formats.
 */
export function configureSharp(): void {
  sharp.cache(false)
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: LOADERS })
}
