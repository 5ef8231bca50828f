import type { DossierPicture } from './dossierInput'
import type { PageFlow } from './pageFlow'
import { FRAME, FRAME_WIDTH, SIZES } from './pageModel'

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** At least this much of the page belongs to the picture, however long its caption. */
const LEAST_HEIGHT = 240

/** A picture with its caption on a page of its own; `size` is null when it cannot be decoded or is not to be drawn. */
export function layoutPicture(
  flow: PageFlow,
  picture: DossierPicture,
  size: PictureSize | null,
  notice: string,
): void {
  flow.newPage()
  flow.paragraph('H2', picture.title, { size: SIZES.heading, weight: 'bold' })
  flow.y += 2
  for (const line of picture.caption) {
    flow.paragraph('P', line, { size: SIZES.small, ink: 'muted' })
  }
  flow.y += 10
  flow.ensure(LEAST_HEIGHT)
  if (size === null) {
    layoutNotice(flow, notice)
    return
  }
  const scale = Math.min(FRAME_WIDTH / size.width, flow.room / size.height, 1)
  const box = {
    x: FRAME.left,
    y: flow.y,
    width: size.width * scale,
    height: size.height * scale,
  }
  flow.inside(flow.content('Figure', { alt: picture.title, box }), () => {
    flow.add({ mark: 'picture', sha256: picture.sha256, ...box })
  })
  flow.add({ mark: 'box', ...box, style: 'outline', ink: 'rule' })
  flow.y += box.height
}

function layoutNotice(flow: PageFlow, text: string): void {
  const height = 96
  flow.add({
    mark: 'box',
    x: FRAME.left,
    y: flow.y,
    width: FRAME_WIDTH,
    height,
    style: 'outline',
    ink: 'rule',
  })
  const style = { x: FRAME.left + 16, width: FRAME_WIDTH - 32, size: SIZES.body } as const
  const bottom = flow.y + height
  flow.y += 16
  flow.paragraph('P', text, style)
  flow.y = Math.max(flow.y, bottom)
}
