import type { Service } from '../../../../shared/domain/filing'
import { chineseDate } from '../../dates'
import { drawSeal } from '../marks'
import { fitSize, group, line, rect, text, type Artwork } from '../svg'

/** Domain certificate as registrars issue it: names, holder, dates, registrar's seal. */
export function drawDomainCertificate(service: Service, sealed: boolean): Artwork {
  const width = 1414
  const height = 1000
  const domain = service.domains[0]
  if (domain === undefined) {
    throw new Error('a domain certificate needs a domain')
  }
  const rows: readonly (readonly [string, string, string])[] = [
    ['域名', 'Domain name', domain.name],
    ['域名持有者', 'Registrant', domain.registrantName],
    ['证件号码', 'Certificate no.', domain.registrantCertificateNumber ?? '（未显示）'],
    ['注册服务机构', 'Registrar', domain.registrar],
    ['注册时间', 'Registered on', domain.registeredAt === undefined ? '' : chineseDate(domain.registeredAt)],
    ['到期时间', 'Expires on', chineseDate(domain.expiresAt)],
  ]
  const body = [
    rect(0, 0, width, height, 'fill="#fbfdff"'),
    '<path d="M0 0 H1414 V150 C1000 250 500 60 0 190 Z" fill="#dcebf7"/><path d="M0 1000 H1414 V880 C900 800 500 960 0 850 Z" fill="#e6f0f8"/>',
    rect(40, 40, width - 80, height - 80, 'fill="none" stroke="#6f9cc4" stroke-width="4"'),
    rect(54, 54, width - 108, height - 108, 'fill="none" stroke="#a9c6df" stroke-width="2"'),
    text(width / 2, 190, '域名注册证书', {
      size: 66,
      weight: 700,
      anchor: 'middle',
      spacing: 10,
      fill: '#1f4e79',
    }),
    text(width / 2, 236, 'CERTIFICATE OF DOMAIN NAME REGISTRATION', {
      size: 22,
      anchor: 'middle',
      spacing: 3,
      fill: '#51789b',
    }),
    ...rows.map(([label, english, value], index) => {
      const y = 350 + index * 84
      return (
        text(190, y, label, { size: 30, weight: 500, fill: '#29465f' }) +
        text(190, y + 26, english, { size: 15, fill: '#7d96ab' }) +
        text(470, y + 4, value, { size: fitSize(value, 740, 33), weight: 500 }) +
        line(460, y + 20, 1230, y + 20, 'stroke="#c3d4e2" stroke-width="1.5"')
      )
    }),
    text(190, 900, '本证书仅证明签发时的注册信息。样本 SPECIMEN', { size: 18, fill: '#7d96ab' }),
    text(1180, 884, domain.registrar, { size: 24, weight: 500, anchor: 'middle' }),
    sealed
      ? group('translate(1150 830) scale(0.9)', drawSeal(domain.registrar, '域名专用章', domain.name))
      : '',
  ]
  const places = { seal: { x: 1150, y: 830, radius: 89 } }
  return { width, height, setting: 'sheet', body: body.join(''), places }
}
