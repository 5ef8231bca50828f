import { FAULT_NAMES, FAULTS, papersOf, TRAP_NAMES, TRAPS, type CorpusPaper } from './faults'
import type { CorpusItem, WorldName } from './labels'

/** How many pictures of each sort. */
export interface CorpusSize {
  /** With each fault. */
  readonly perFault: number
  /** Of each trap. */
  readonly perTrap: number
  /** Plain and sound ones of each paper. */
  readonly perPaper: number
}

export const CORPUS_SIZES = {
  /** About 180 pictures, a few of everything. */
  quick: { perFault: 5, perTrap: 1, perPaper: 1 },
  /** More than 60 with each fault, about 2,200 pictures. */
  full: { perFault: 62, perTrap: 12, perPaper: 9 },
} as const satisfies Record<string, CorpusSize>

/**
 * The pictures of a corpus. A smaller one is a part of a larger one: what a picture is depends on its own name alone.
 */
export function planCorpus(world: WorldName, size: CorpusSize): readonly CorpusItem[] {
  const faulty = FAULT_NAMES.flatMap((fault) =>
    deal(papersOf(FAULTS[fault].papers), size.perFault, (paper, index) => ({
      id: `${fault}-${number(index)}`,
      world,
      paper,
      fault,
      trap: null,
    })),
  )
  const traps = TRAP_NAMES.flatMap((trap) =>
    deal(papersOf(TRAPS[trap].papers), size.perTrap, (paper, index) => ({
      id: `trap-${trap}-${number(index)}`,
      world,
      paper,
      fault: null,
      trap,
    })),
  )
  const papers = papersOf('all')
  const plain = deal(papers, papers.length * size.perPaper, (paper, index) => ({
    id: `plain-${number(index)}`,
    world,
    paper,
    fault: null,
    trap: null,
  }))
  return [...plain, ...traps, ...faulty]
}

function deal(
  papers: readonly CorpusPaper[],
  count: number,
  make: (paper: CorpusPaper, index: number) => CorpusItem,
): readonly CorpusItem[] {
  return Array.from({ length: count }, (_, index) => {
    const paper = papers[index % papers.length]
    if (paper === undefined) {
      throw new RangeError('A fault needs a paper')
    }
    return make(paper, index)
  })
}

function number(index: number): string {
  return String(index + 1).padStart(3, '0')
}
