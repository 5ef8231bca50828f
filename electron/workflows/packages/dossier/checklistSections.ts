import { CHECKLIST_GROUPS, type ChecklistLine } from '../../../../shared/rules/checklist'
import type { DossierBlock, DossierSection } from '../../../media/pdf/dossierInput'
import type { DossierContent } from './composeDossier'
import { kindName } from './codeNames'
import { countText, numberText } from './formats'
import { CHECK_NAMES, FACE_NAMES, FINDING_NAMES, GROUP_NAMES, MACHINE_NAMES, PERSON_NAMES } from './wording'

type DecidedLine = DossierContent['decision']['decision']['lines'][number]

const EXPLANATION =
  '加粗的检查项须确认无误方可通过；机器判定通过或不适用且审核人未另行勾选的，人工一栏为「未单独判定」。只能由人判断的检查项，机器一栏为「—」。'

/** Every line by group: what was asked, what the machine said, what the person said, and where the rule stands. */
export function checklistSection({ checklist, decision }: DossierContent): DossierSection {
  const decided = new Map(decision.decision.lines.map((line) => [line.lineId, line]))
  const explanation: DossierBlock = { block: 'paragraph', text: EXPLANATION }
  const groups = CHECKLIST_GROUPS.flatMap((group): DossierBlock[] => {
    const lines = checklist.filter((line) => line.group === group)
    return lines.length === 0
      ? []
      : [{ block: 'heading', text: GROUP_NAMES[group] }, lineTable(lines, decided)]
  })
  const blocks = [explanation, ...groups]
  const known = new Set(checklist.map(({ id }) => id))
  const unknown = decision.decision.lines.filter(({ lineId }) => !known.has(lineId))
  if (unknown.length > 0) {
    blocks.push({ block: 'heading', text: '规则包中已无说明的检查项' }, unknownTable(unknown))
  }
  return { title: '检查清单', blocks }
}

function lineTable(lines: readonly ChecklistLine[], decided: ReadonlyMap<string, DecidedLine>): DossierBlock {
  return {
    block: 'table',
    columns: [
      { title: '检查项', share: 5 },
      { title: '机器', share: 1.6 },
      { title: '人工', share: 1.8 },
      { title: '测得与要求', share: 3.6 },
      { title: '依据', share: 3.6 },
    ],
    rows: lines.map((line) => {
      const answer = decided.get(line.id)
      return {
        cells: [
          line.title.zh,
          machineText(answer?.machine ?? null),
          PERSON_NAMES[answer?.verdict ?? 'not-looked-at'],
          measuredText(line, answer),
          `${line.source.name} ${line.source.date}`.trim(),
        ],
        strong: line.blocking,
      }
    }),
    empty: '无',
  }
}

function unknownTable(lines: readonly DecidedLine[]): DossierBlock {
  return {
    block: 'table',
    columns: [
      { title: '检查项编号', share: 6 },
      { title: '机器', share: 2 },
      { title: '人工', share: 2 },
    ],
    rows: lines.map(({ lineId, machine, verdict }) => ({
      cells: [lineId, machineText(machine), PERSON_NAMES[verdict]],
    })),
    empty: '无',
  }
}

/** The decision's own word counts. Lines only a person can judge have no machine verdict. */
function machineText(machine: DecidedLine['machine']): string {
  return machine === null ? '—' : MACHINE_NAMES[machine]
}

/** What was measured belongs to the verdict that was decided on, and to no other. */
function measuredText({ machine }: ChecklistLine, answer: DecidedLine | undefined): string {
  if (!machine || !answer || machine.verdict !== answer.machine) {
    return ''
  }
  const texts = [machine.measured, machine.expected && `要求 ${machine.expected}`]
  return texts.filter((text) => text !== undefined && text !== '').join('\n')
}

/** What the machine measured on the pictures. */
export function findingsSection({ decision, originals }: DossierContent): DossierSection {
  const names = new Map(
    originals.map(({ document }, index) => [
      document.id,
      `${String(index + 1)} ${kindName(document.kind)} ${FACE_NAMES[document.face]}`,
    ]),
  )
  return {
    title: '图片发现',
    blocks: [
      {
        block: 'table',
        columns: [
          { title: '材料', share: 5 },
          { title: '检查', share: 2.4 },
          { title: '结果', share: 1.6 },
          { title: '测得', share: 2.4 },
          { title: '界限', share: 2.4 },
        ],
        rows: decision.decision.findings.map((finding) => ({
          cells: [
            names.get(finding.documentId) ?? finding.documentId,
            CHECK_NAMES[finding.check] +
              (finding.page === undefined ? '' : `（第 ${String(finding.page)} 页）`),
            FINDING_NAMES[finding.verdict],
            quantity(finding.value, finding.unit),
            quantity(finding.threshold, finding.unit),
          ],
        })),
        empty: '没有图片测量结果。',
      },
    ],
  }
}

function quantity(value: number | null, unit: string): string {
  if (value === null) {
    return '—'
  }
  return unit === 'B' ? `${countText(value)} 字节` : `${numberText(value)} ${unit}`.trim()
}
