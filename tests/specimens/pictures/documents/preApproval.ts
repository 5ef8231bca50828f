import type { Service } from '../../../../shared/domain/filing'
import { addDays } from '../../../../shared/calendar/chinaTime'
import { addYears, chineseDate } from '../../dates'
import type { Applicant } from '../../filing/applicant'
import { drawCertificateFrame } from '../certificateFrame'
import { drawSeal } from '../marks'
import { group, lines, text, wrap, type Artwork } from '../svg'

/** Online culture operating licence, the pre-approval that specimens use. */
export function drawPreApproval(
  service: Service,
  applicant: Applicant,
  today: string,
  sealed: boolean,
): Artwork {
  const width = 1420
  const height = 1000
  const issued = addDays(today, -300)
  const authority = `${applicant.home.province.nameZh}文化和旅游厅`
  const rows: readonly (readonly [string, string])[] = [
    ['许可证编号', service.preApprovals[0]?.number ?? ''],
    ['单位名称', applicant.entity.name],
    ['网站域名', service.domains[0]?.name ?? ''],
    ['法定代表人', applicant.entity.legalRepresentative ?? applicant.principal.record.name],
    ['住所', applicant.entity.certificate.address ?? ''],
    ['经营范围', '利用信息网络经营动漫产品（样本）'],
    ['有效期限', `${chineseDate(issued)}至${chineseDate(addYears(issued, 3))}`],
  ]
  const body = [
    drawCertificateFrame({
      width,
      height,
      ink: '#8c3b52',
      paper: '#fdf5f4',
      title: '网络文化经营许可证',
      titleSize: 68,
      titleSpacing: 10,
    }),
    ...rows.map(
      ([label, value], index) =>
        text(370, 366 + index * 66, label, { size: 28, anchor: 'end', weight: 500 }) +
        lines(400, 366 + index * 66, wrap(value, 32), 34, { size: 28 }),
    ),
    text(1010, 852, authority, { size: 27, anchor: 'middle', weight: 500 }),
    text(1010, 900, chineseDate(issued), { size: 25, anchor: 'middle' }),
    sealed ? group('translate(1010 838)', drawSeal(authority, '审批专用章', applicant.entity.name)) : '',
  ]
  return { width, height, setting: 'sheet', body: body.join('') }
}
