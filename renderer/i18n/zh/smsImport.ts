/** Results of SMS verifications from a file. */
export const smsImport = {
  open: '导入短信核验结果',
  title: '短信核验结果',
  format:
    'CSV（UTF-8 或 GB 18030）须有表头：订单号、手机号（可只写末四位，可空）、结果（已核验、超时、验证码错误）、时间；或 JSON 列表。最多 2000 行。',
  whole: '整单',
  column: { orderNumber: '订单号', phone: '手机号', state: '结果', at: '时间', answer: '处理' },
  state: { verified: '已核验', lapsed: '超时', 'wrong-codes': '验证码错误' },
  answer: {
    fits: '可登记',
    applied: '已登记',
    twice: '重复，已登记过',
    'unknown-order': '没有此订单',
    'wrong-state': '不在短信核验中',
    'before-message': '早于本次短信，不采用',
    'wrong-phone': '不是本单负责人的号码',
    'others-outstanding': '还有其他负责人未核验',
    'too-early': '时限未到，或时间晚于现在',
  },
}
