import sharp from 'sharp'

/** Loaders that stay usable: formats intake accepts. SVG, GIF, PDF and the rest never get to read a byte. */
const LOADERS = ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadTiff']

/**
 * Called once when a process that decodes pictures starts: no cache of strangers' pictures, one thread per process
 * (the pool is what uses several cores), and no decoder beyond the four formats.
 */
export function configureSharp(): void {
  sharp.cache(false)
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: LOADERS })
}
