import type { DossierSection } from '../../../media/pdf/dossierInput'
import type { OriginalFile } from '../originalFiles'

/**
 * The list of the materials handed in: every document once, in the order of the package, by its name (`names`, one for
 * each), with its page and the rule that it answers.
 */
export function materialsSection(
  originals: readonly OriginalFile[],
  names: readonly string[],
): DossierSection {
  return {
    title: '提交材料清单',
    blocks: [
      { block: 'paragraph', text: `共 ${String(originals.length)} 份，按规则要求的次序排列。` },
      {
        block: 'table',
        columns: [
          { title: '序号', share: 1 },
          { title: '材料名称', share: 7 },
          { title: '页码', share: 1 },
          { title: '依据', share: 6 },
        ],
        rows: originals.map(({ askedBy }, index) => ({
          cells: [
            String(index + 1),
            names[index] ?? '',
            { pageOf: index },
            askedBy === null ? '规则未要求，由申请人另行提供' : `${askedBy.title}\n${askedBy.ruleId}`,
          ],
        })),
        empty: '没有提交材料。',
      },
    ],
  }
}
