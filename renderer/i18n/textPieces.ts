/** A part of a text. `whole` stays on one line; after the others a line may end. */
interface TextPiece {
  readonly text: string
  readonly whole: boolean
}

/** Dates, and numbers with their signs: `2026-11-21`, `13800001234`, `192.0.2.1`. */
const WHOLE = /(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?|\d[\d.:-]*\d)/
/** Signs after which an address may go on in the next line. */
const AFTER_SIGN = /(?<=[@./_])/

/** Cuts a text into parts that stay whole and parts after which it may break; joined they are the text again. */
export function textPieces(text: string): readonly TextPiece[] {
  return text
    .split(WHOLE)
    .filter((part) => part !== '')
    .flatMap((part): readonly TextPiece[] =>
      WHOLE.test(part)
        ? [{ text: part, whole: true }]
        : part.split(AFTER_SIGN).map((own) => ({ text: own, whole: false })),
    )
}
