/** A figure as a bench measured it. Lower or higher may be better: its bounds say which. */
export interface Measured {
  readonly figure: string
  readonly unit: string
  readonly ours: number
  /** The same work's yardstick, measured in the same run: shared machines are never equally fast twice. */
  readonly reference?: number
  readonly bounds?: readonly Bound[]
}

export interface Bound {
  readonly of: 'ours' | 'ratio'
  readonly is: '<' | '<=' | '>=' | '>'
  readonly value: number
}

/** One line of output. */
export interface Figure {
  readonly bench: string
  readonly figure: string
  readonly unit: string
  readonly ours: number
  readonly reference: number | null
  /** Ours divided by the reference. */
  readonly ratio: number | null
  /** `ours < 1, ratio <= 0.5`; null for a figure that is only told. */
  readonly bound: string | null
  readonly holds: boolean
}

/**
 * What a file `tests/bench/NAME.bench.ts` exports as `bench`; the name of the file is the name of the bench.
 * Without `full` it must end within ten minutes on two cores.
 */
export interface Bench {
  /** What is measured and against what, for the report: whole sentences. */
  readonly method: string
  /** What the figures do not show, for the report. */
  readonly weakSpots: readonly string[]
  /** `full` is the run whose report is kept: it may take longer, for steadier figures. */
  readonly run: (
    record: (measured: Measured) => void,
    full: boolean,
    addSection: (section: ReportSection) => void,
  ) => Promise<void>
}

/** A part of the report beyond the figures. */
export interface ReportSection {
  readonly title: string
  /** Whole sentences above the table. */
  readonly text: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** Judges a measurement by its bounds. A bound on the ratio does not hold without a reference. */
export function toFigure(bench: string, { figure, unit, ours, reference, bounds = [] }: Measured): Figure {
  const ratio = reference === undefined ? null : ours / reference
  return {
    bench,
    figure,
    unit,
    ours: rounded(ours),
    reference: reference === undefined ? null : rounded(reference),
    ratio: ratio === null ? null : rounded(ratio),
    bound: bounds.length === 0 ? null : bounds.map(({ of, is, value }) => `${of} ${is} ${value}`).join(', '),
    holds: bounds.every((bound) => holds(bound, bound.of === 'ours' ? ours : ratio)),
  }
}

function holds({ is, value }: Bound, found: number | null): boolean {
  if (found === null || Number.isNaN(found)) {
    return false
  }
  switch (is) {
    case '<':
      return found < value
    case '<=':
      return found <= value
    case '>=':
      return found >= value
    case '>':
      return found > value
  }
}

/** Four significant digits: more would only be the noise of the machine. */
function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
