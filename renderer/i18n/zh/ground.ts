/** What a line of the checklist rests on. */
export const ground = {
  says: '依据要点',
  period: '生效期',
  between: '{from} 至 {to}',
  since: '{from} 起',
  until: '至 {to}（起始日未公布）',
  openEnd: '现行有效，起始日未公布',
  agrees: '另有来源',
  colon: '：',
  disagrees: '相反说法',
  confidence: {
    guide: '接入商指南',
    published: '公开页面',
    inferred: '推断',
  },
  why: {
    inferred: '这条要求由其他规定推断而来，没有来源明说，因此只提示，不据此驳回。',
    unchecked: '这条要求据摘录写成，尚未与来源原文核对，因此只提示，不据此驳回。',
    conflict: '各来源说法不一，须由审核员判断，因此只提示，不据此驳回。',
  },
}
