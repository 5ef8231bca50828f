/** What a paper should lie on: anything, the white of a scanner's lid, or woven cloth. */
export type GroundWish = 'any' | 'white' | 'woven'
