/** Why a pass needs another person. */
export const secondLook = {
  drawn: '抽检抽中，须由另一人复核。',
  risk: '按风险须由另一人复核：{title}。',
  table: '按风险复核',
  hint: '订单符合以下任一条，且本轮尚无他人作过决定时，通过须由另一人复核，不论抽检方案。条目随版本发布，不能在此修改。',
  name: '风险',
  condition: '条件',
  days: '适用提交日期',
  reason: '理由',
  source: '来源',
  told: '来源：{source}',
  since: '自 {from} 起提交',
  and: '，且 ',
  when: { everEscalated: '任一轮曾升级', roundFrom: '第 {count} 轮及以后' },
}
