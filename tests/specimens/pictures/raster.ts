/** Straight RGBA, eight bits a channel. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly data: Buffer
}
