import type { DossierInput } from '../../../electron/media/pdf/dossierInput'

/** A dossier with every kind of block, to be changed where a test needs it. */
export function sampleDossier(change: Partial<DossierInput> = {}): DossierInput {
  return {
    title: 'ICP 备案初审材料',
    orderNumber: 'BA-20261120-0007',
    subtitle: '杭州星河网络科技有限公司',
    author: '备案审核工作台 Beian Desk 0.1.0',
    createdAt: '2026-11-20T14:32:05+08:00',
    cover: { facts: [['备案订单', 'BA-20261120-0007']], notice: '仅供备案审核使用。' },
    runningHead: { left: '杭州星河网络科技有限公司', right: 'BA-20261120-0007' },
    sections: [
      {
        title: '一、主体信息',
        blocks: [
          {
            block: 'facts',
            rows: [
              ['主体名称', '杭州星河网络科技有限公司'],
              ['证件号码', '91330106PDY540462L'],
            ],
          },
          { block: 'heading', text: '域名' },
          {
            block: 'table',
            columns: [
              { title: '域名', share: 2 },
              { title: '到期', share: 1 },
            ],
            rows: [{ cells: ['xinghe.example', '2029-09-28'], strong: true }],
            empty: '无',
          },
          { block: 'paragraph', text: '龘靐齉与常用字并列。' },
        ],
      },
    ],
    picturesTitle: '二、材料图片',
    pictures: [],
    words: {
      pageNumber: '第 {page} 页，共 {pages} 页',
      contents: '目录',
      undecodablePicture: '图片无法解码',
      sheetNumber: '本材料第 {page} 页，共 {pages} 页',
      sheetsLeftOut: '共 {pages} 页，前 {shown} 页，其余 {left} 页',
      missingGlyphsTitle: '未能显示的字符',
      missingGlyphsText: '下列字符没有字形',
    },
    ...change,
  }
}
