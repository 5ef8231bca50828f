import { chineseDate } from '../../dates'
import type { Organisation } from '../../people/organisation'
import { drawCertificateFrame } from '../certificateFrame'
import { drawSeal } from '../marks'
import { drawQrCode } from '../qrCode'
import { fitSize, group, lines, text, wrap, type Artwork } from '../svg'

const WIDTH = 1420
const HEIGHT = 1000

/** Business licence in the landscape form used since March 2019 (duplicate). */
export function drawBusinessLicence(organisation: Organisation, sealed: boolean): Artwork {
  const trader = organisation.nature === 'sole-trader'
  const left: readonly (readonly [string, string])[] = [
    ['名称', organisation.name],
    ['类型', organisation.form.typeLine],
    [organisation.form.leaderLabel, organisation.legalRepresentative],
    ['经营范围', organisation.scope],
  ]
  const right: readonly (readonly [string, string])[] = [
    trader ? ['组成形式', '个人经营'] : ['注册资本', organisation.capital],
    [trader ? '注册日期' : '成立日期', chineseDate(organisation.establishedOn)],
    ...(trader ? [] : [['营业期限', `${chineseDate(organisation.establishedOn)}至长期`] as const]),
    [trader ? '经营场所' : '住所', organisation.address],
  ]
  const body = [
    drawCertificateFrame({
      width: WIDTH,
      height: HEIGHT,
      ink: '#b58a3a',
      paper: '#fdf8ea',
      title: '营业执照',
      titleSize: 84,
      titleSpacing: 26,
    }),
    text(WIDTH / 2, 312, '（副    本）1-1', { size: 26, anchor: 'middle', weight: 500 }),
    text(112, 172, '统一社会信用代码', { size: 23, weight: 500 }),
    text(112, 206, organisation.number, { size: 28, weight: 700, spacing: 1 }),
    group(
      'translate(1166 128)',
      drawQrCode(`https://licence.example/check?uniscid=${organisation.number}`, 128),
    ),
    lines(1090, 282, ['扫描二维码查询', '企业信用信息（样本）'], 20, { size: 15, fill: '#4b4436' }),
    column(112, 380, 560, left),
    column(748, 380, 540, right),
    text(1010, 822, organisation.authority, {
      size: fitSize(organisation.authority, 300, 27),
      weight: 500,
      anchor: 'middle',
    }),
    text(1010, 872, chineseDate(organisation.issuedOn), { size: 27, anchor: 'middle', weight: 500 }),
    text(160, 912, '国家企业信用信息公示系统网址：http://publicity.example', { size: 17, fill: '#4b4436' }),
    text(WIDTH - 160, 912, '市场主体应当于每年1月1日至6月30日报送公示年度报告', {
      size: 17,
      anchor: 'end',
      fill: '#4b4436',
    }),
    sealed
      ? group(
          'translate(1010 812) scale(1.02)',
          drawSeal(organisation.authority, '登记专用章', organisation.number),
        )
      : '',
  ]
  const places = { seal: { x: 1010, y: 812, radius: 101 } }
  return { width: WIDTH, height: HEIGHT, setting: 'sheet', body: body.join(''), places }
}

/** Rows of a label and a value that may take several lines. */
function column(x: number, top: number, width: number, rows: readonly (readonly [string, string])[]): string {
  const labelWidth = 150
  const size = 26
  let y = top
  return rows
    .map(([label, value]) => {
      const values = wrap(value, (width - labelWidth) / size)
      const row =
        text(x, y, label, {
          size,
          weight: 500,
          fill: '#3a3120',
          spacing: label.length === 2 ? size * 2 : 0,
        }) + lines(x + labelWidth, y, values, size * 1.45, { size, weight: 400 })
      y += Math.max(values.length, 1) * size * 1.45 + 22
      return row
    })
    .join('')
}
