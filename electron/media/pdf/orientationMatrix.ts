type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number]

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Matrix that puts a stored picture (PDF's unit square) upright into a box, by its EXIF orientation (1 to 8; CIPA
 * DC-008, tag 274). Unknown values are taken as upright.
 */
export function orientationMatrix(orientation: number, box: Box): Matrix {
  const { x, y, width: w, height: h } = box
  switch (orientation) {
    case 2:
      return [-w, 0, 0, h, x + w, y]
    case 3:
      return [-w, 0, 0, -h, x + w, y + h]
    case 4:
      return [w, 0, 0, -h, x, y + h]
    case 5:
      return [0, -h, -w, 0, x + w, y + h]
    case 6:
      return [0, -h, w, 0, x, y + h]
    case 7:
      return [0, h, w, 0, x, y]
    case 8:
      return [0, h, -w, 0, x + w, y]
    default:
      return [w, 0, 0, h, x, y]
  }
}
