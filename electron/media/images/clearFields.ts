/** Edge of the cells that are looked at, in pixels: wider than the strokes of a seal. */
const CELL = 6
/** Share of a cell that is set where it belongs to a field. */
const FULL = 0.5

/**
 * A mask without the fields that reach in from the border of the picture: a red desk or cloth about the paper, and a
 * rim of one cell beyond, so that a mark on the paper close by is not taken for a part of it. In place.
 */
export function clearFields(mask: Uint8Array, width: number, height: number): void {
  const columns = Math.floor(width / CELL)
  const rows = Math.floor(height / CELL)
  const full = fullCells(mask, width, columns, rows)
  const reached = new Uint8Array(columns * rows)
  const pending: number[] = []
  const reach = (column: number, row: number): void => {
    const cell = row * columns + column
    if (full[cell] === 1 && reached[cell] === 0) {
      reached[cell] = 1
      pending.push(cell)
    }
  }
  for (let column = 0; column < columns; column += 1) {
    reach(column, 0)
    reach(column, rows - 1)
  }
  for (let row = 0; row < rows; row += 1) {
    reach(0, row)
    reach(columns - 1, row)
  }
  for (let cell = pending.pop(); cell !== undefined; cell = pending.pop()) {
    const column = cell % columns
    const row = (cell - column) / columns
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
        reach(x, y)
      }
    }
    clearCells(mask, width, height, column - 1, row - 1)
  }
}

function fullCells(mask: Uint8Array, width: number, columns: number, rows: number): Uint8Array {
  const full = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      let count = 0
      for (let y = row * CELL; y < (row + 1) * CELL; y += 1) {
        for (let at = y * width + column * CELL; at < y * width + (column + 1) * CELL; at += 1) {
          count += mask[at] ?? 0
        }
      }
      full[row * columns + column] = count >= CELL * CELL * FULL ? 1 : 0
    }
  }
  return full
}

/** Clears three by three cells from one on, and what is left of the picture beyond the last. */
function clearCells(mask: Uint8Array, width: number, height: number, column: number, row: number): void {
  const left = Math.max(0, column * CELL)
  const right = Math.min(width, (column + 3) * CELL)
  for (let y = Math.max(0, row * CELL); y < Math.min(height, (row + 3) * CELL); y += 1) {
    mask.fill(0, y * width + left, y * width + right)
  }
}
