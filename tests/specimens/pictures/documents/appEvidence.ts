import type { Service } from '../../../../shared/domain/filing'
import { createRandom } from '../../random'
import { fitSize, group, line, lines, rect, round, text, wrap, type Artwork } from '../svg'
import { SHEET } from './letter'

const SYSTEMS = { android: 'Android', ios: 'iOS', harmony: 'HarmonyOS', 'mini-program': '小程序' } as const
const COLOURS = [
  ['#2f6fd0', '#58b0f0'],
  ['#0f8a6d', '#67cf9a'],
  ['#c4572a', '#f0a45c'],
  ['#6247a8', '#a48be0'],
  ['#28343f', '#6f8496'],
] as const

/** The icon alone, 512 pixels square and under the 100 KB that consoles allow. */
export function drawAppIcon(service: Service): Artwork {
  return { width: 512, height: 512, setting: 'plain', body: iconBody(service) }
}

/** Sheet with the features of each platform: package, certificate digest, public key, domains. */
export function drawAppFeatures(service: Service): Artwork {
  const random = createRandom(`features/${service.app?.platforms[0]?.packageName ?? service.name}`)
  let y = 400
  const blocks = (service.app?.platforms ?? []).map((platform) => {
    const rows: readonly (readonly [string, string])[] = [
      ['运行平台', SYSTEMS[platform.os]],
      [platform.os === 'ios' ? 'Bundle ID' : '软件包名称', platform.packageName],
      [platform.os === 'ios' ? '证书 SHA-1' : '证书 MD5', platform.publicKeyMd5 ?? ''],
      ['公钥', random.hex(88)],
    ]
    const block = rows.map(([label, value]) => {
      const wrapped = wrap(value, 23)
      const height = wrapped.length * 34 + 22
      const row =
        rect(90, y, 820, height, 'fill="none" stroke="#555555" stroke-width="1.4"') +
        line(290, y, 290, y + height, 'stroke="#555555" stroke-width="1.4"') +
        text(106, y + 36, label, { size: 24, weight: 500 }) +
        lines(306, y + 36, wrapped, 34, { size: 24 })
      y += height
      return row
    })
    y += 26
    return block.join('')
  })
  const body = [
    rect(0, 0, SHEET.width, SHEET.height, 'fill="#fdfdfb"'),
    text(500, 150, 'APP特征信息', { size: 46, weight: 700, anchor: 'middle', spacing: 4 }),
    group('translate(90 200) scale(0.28)', iconBody(service)),
    text(270, 258, `APP名称：${service.name}`, {
      size: fitSize(`APP名称：${service.name}`, 620, 30),
      weight: 500,
    }),
    text(270, 314, `域名：${service.domains.map((domain) => domain.name).join('、')}`, { size: 26 }),
    ...blocks,
    text(910, 1384, '样本 SPECIMEN', { size: 15, anchor: 'end', fill: '#8d8d8d' }),
  ]
  return { ...SHEET, body: body.join('') }
}

function iconBody(service: Service): string {
  const random = createRandom(`icon/${service.name}`)
  const [dark, light] = random.pick(COLOURS)
  const petals = random.int(3, 7)
  const shapes = Array.from(
    { length: petals },
    (_, index) =>
      `<ellipse cx="256" cy="150" rx="${round(random.between(38, 54))}" ry="92" transform="rotate(${round((360 / petals) * index)} 256 256)" fill="#ffffff" fill-opacity="0.5"/>`,
  )
  return `<defs><linearGradient id="icon" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${dark}"/></linearGradient></defs><rect width="512" height="512" fill="url(#icon)"/>${shapes.join('')}<circle cx="256" cy="256" r="86" fill="${dark}"/>${text(256, 298, Array.from(service.name)[0] ?? '样', { size: 118, weight: 900, anchor: 'middle', fill: '#ffffff' })}`
}
