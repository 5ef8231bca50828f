import type { DossierBlock, DossierSection } from '../../../media/pdf/dossierInput'
import { caseFile } from '../dataFiles'
import type { DossierContent } from './composeDossier'
import { timeText } from './formats'
import { TIMELINE_NAMES, VERDICT_NAMES } from './wording'

/** The deciding decision, the ones before it, and the case's way. Notes for colleagues stay with the colleagues. */
export function decisionSection({ filingCase, decision }: DossierContent): DossierSection {
  const { timeline, earlierDecisions } = caseFile(filingCase, decision)
  const blocks: DossierBlock[] = [
    {
      block: 'facts',
      rows: [
        ['初审结论', VERDICT_NAMES[decision.decision.verdict]],
        ['审核轮次', `第 ${String(decision.round)} 轮`],
        ['审核人', decision.decidedBy.displayName],
        ['审核时间', timeText(decision.decidedAt)],
        ['规则包', decision.decision.rulePack],
        ['案件版本', String(decision.caseVersion)],
        ['审计记录', decision.auditHash],
      ],
    },
  ]
  if (earlierDecisions.length > 0) {
    blocks.push({ block: 'heading', text: '此前的审核决定' }, earlierTable(earlierDecisions))
  }
  blocks.push({ block: 'heading', text: '办理经过' }, timelineTable(timeline))
  return { title: '审核决定', blocks }
}

function earlierTable(decisions: ReturnType<typeof caseFile>['earlierDecisions']): DossierBlock {
  return {
    block: 'table',
    columns: [
      { title: '轮次', share: 1.2 },
      { title: '结论', share: 1.8 },
      { title: '审核人', share: 2 },
      { title: '时间', share: 3 },
      { title: '原因', share: 7 },
    ],
    rows: decisions.map(({ round, verdict, decidedBy, decidedAt, reasons }) => ({
      cells: [
        String(round),
        VERDICT_NAMES[verdict],
        decidedBy.displayName,
        timeText(decidedAt),
        reasons.map(({ problem, advice }) => `${problem}（${advice}）`).join('\n'),
      ],
    })),
    empty: '无',
  }
}

function timelineTable(timeline: ReturnType<typeof caseFile>['timeline']): DossierBlock {
  return {
    block: 'table',
    columns: [
      { title: '时间', share: 3 },
      { title: '事项', share: 4 },
      { title: '轮次', share: 2 },
      { title: '经办', share: 4 },
    ],
    rows: timeline.map(({ at, kind, round, actor }) => ({
      cells: [timeText(at), TIMELINE_NAMES[kind], String(round), actor ?? '备案系统'],
    })),
    empty: '无',
  }
}
