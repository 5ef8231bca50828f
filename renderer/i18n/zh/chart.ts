/** What stands beside every chart. */
export const chart = {
  asTable: '表格',
  asChart: '图形',
  saveCsv: '保存 CSV',
  empty: '此期间没有数据。',
  label: '{title}（图形，数据可切换为表格查看）',
}
