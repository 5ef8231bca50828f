import { assertNever } from '../../../shared/result'
import type { DossierBlock } from './dossierInput'
import { layoutFacts } from './layoutFacts'
import { layoutTable } from './layoutTable'
import type { PageFlow } from './pageFlow'
import { lineHeight, SIZES } from './pageModel'

/** A heading is never left alone at the foot of a page: it wants this many lines below it. */
const KEEP_WITH_HEADING = 3

export function layoutBlock(flow: PageFlow, block: DossierBlock): void {
  switch (block.block) {
    case 'heading':
      flow.ensure(lineHeight(SIZES.heading) + 8 + KEEP_WITH_HEADING * lineHeight(SIZES.body))
      flow.y += 8
      flow.paragraph('H3', block.text, { size: SIZES.heading, weight: 'bold' })
      flow.y += 2
      return
    case 'paragraph':
      flow.paragraph('P', block.text, { size: SIZES.body })
      flow.y += 8
      return
    case 'facts':
      layoutFacts(flow, block.rows)
      return
    case 'table':
      layoutTable(flow, block)
      return
    default:
      assertNever(block, 'Unknown block')
  }
}
