/** What all lists from a file have in common. */
export const listImport = {
  apply: '登记 {count} 条',
  close: '关闭',
  tried: '已试行，尚未登记。请核对每一条的结果。',
  taken: '已登记 {count} 条。',
  unreadable: '文件无法读取，没有登记任何结果：',
  file: '整个文件',
  line: '第 {line} 行',
}
