export const late = {
  from: '{name} 的迟到决定：{verdict}（{time}）',
  why: {
    'hold-lost': '到达时占用已结束',
    'stale-version': '到达时订单已更新',
  },
  show: '查看差异',
  hide: '收起',
  rule: '迟到决定不会自动生效。',
  otherVersion: '决定所看的是订单的另一版本，只能采用理由与备注。',
  note: '备注：',
  reasons: '退回理由 {count} 条',
  onlyTheirs: '（我没有）',
  lines: '看法不同的检查项 {count} 条',
  mine: '我：',
  takeOver: '采用到我的草稿',
  putAside: '搁置',
  kept: '已作为迟到决定留在订单旁，等待同事处理。',
  answered: {
    'taken-over': '{name} 于 {time} 采用了你的迟到决定。',
    'put-aside': '{name} 于 {time} 看过并搁置了你的迟到决定。',
  },
}
