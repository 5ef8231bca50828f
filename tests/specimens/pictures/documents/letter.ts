import { drawFingerprint, drawSeal, drawSignature } from '../marks'
import { fitSize, group, line, lines, rect, text, wrap, type Artwork } from '../svg'
import type { LetterText } from './letterTexts'

export const SHEET = { width: 1000, height: 1414, setting: 'sheet' } as const

/** Who signs and seals a letter. */
export interface LetterMarks {
  readonly signed: boolean
  /** Name on the round seal; undefined when the letter has none. */
  readonly sealName: string | undefined
  /** Private persons set a thumb print beside their signature. */
  readonly fingerprint: boolean
  readonly seed: string
}

/** A page with a title, paragraphs, signature line and seal. The date stays blank, as the provider's template asks. */
export function drawLetter(letter: LetterText, marks: LetterMarks): Artwork {
  const size = 29
  let y = 380
  const paragraphs = letter.paragraphs.map((paragraph) => {
    const wrapped = wrap(`\u3000\u3000${paragraph}`, 26.4)
    const block = lines(118, y, wrapped, 54, { size })
    y += wrapped.length * 54 + 16
    return block
  })
  const foot = Math.max(y + 90, 1010)
  const body = [
    rect(0, 0, SHEET.width, SHEET.height, 'fill="#fdfdfb"'),
    text(SHEET.width / 2, 190, letter.title, {
      size: fitSize(letter.title, 720, 48),
      weight: 700,
      anchor: 'middle',
      spacing: 3,
    }),
    line(118, 232, 882, 232, 'stroke="#333333" stroke-width="2"'),
    text(118, 310, letter.address, { size, weight: 500 }),
    ...paragraphs,
    drawFoot(foot, letter, marks),
    text(882, 1376, '样本 SPECIMEN', { size: 15, anchor: 'end', fill: '#8d8d8d' }),
  ]
  const signature = drawSignature(
    500,
    foot - 2,
    letter.signer,
    letter.signer.length > 6 ? 34 : 62,
    marks.seed,
  )
  return {
    ...SHEET,
    body: body.join(''),
    overlays: marks.signed ? [signature] : [],
    places: {
      seal: { x: 730, y: foot + 40, radius: 120 },
      signature: { x: 480, y: foot - 82, width: 380, height: 100 },
    },
  }
}

function drawFoot(y: number, letter: LetterText, marks: LetterMarks): string {
  return [
    text(470, y, `${letter.signerLabel}：`, { size: 28, anchor: 'end', weight: 500 }),
    line(480, y + 12, 860, y + 12, 'stroke="#444444" stroke-width="1.6"'),
    text(470, y + 96, '日期：', { size: 28, anchor: 'end', weight: 500 }),
    text(520, y + 96, '\u3000\u3000\u3000年\u3000\u3000\u3000月\u3000\u3000\u3000日', { size: 28 }),
    marks.signed && marks.fingerprint
      ? group(`translate(800 ${String(y - 8)})`, drawFingerprint(marks.seed))
      : '',
    marks.sealName === undefined
      ? ''
      : group(`translate(730 ${String(y + 40)}) scale(1.22)`, drawSeal(marks.sealName, '公章', marks.seed)),
  ].join('')
}
