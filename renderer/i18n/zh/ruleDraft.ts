/** From what the administration answered to a draft of the next rule pack. */
export const ruleDraft = {
  title: '规则包草案',
  hint: '从管局答复中挑选建议，写成检查项。每条只作提示，由人查看，不会据此自动退回或驳回。',
  none: '此期间没有可据以补充规则的答复：没有规则未覆盖的驳回，也没有漏检 2 件以上且样本足够的规则。',
  rejected: '{province}驳回 {count} 件，无规则覆盖',
  escaped: '已答复 {answered} 件，漏检 {escaped} 件',
  group: '所属分组',
  name: { zh: '检查项名称（中文）', en: '检查项名称（英文）' },
  requirement: { zh: '要求（中文）', en: '要求（英文）' },
  problem: {
    empty: '名称与要求的中英文均须填写。只出现一次的驳回原因不会自动带入，请改写成通用的要求。',
    personal: '文字中含证件号码、手机号、邮箱或订单号。规则包不得含个人信息。',
  },
  effectiveFrom: '生效日期',
  save: '保存建议（{count}）',
  saved: '已保存 {file}。由规则维护人生成草案：',
  note: '建议文件只含文字与件数，不含订单与个人信息；请勿写入姓名。草案以规则包 {pack} 为基础，须经核对、比较、签名、试运行，并由两名主管启用。',
}
