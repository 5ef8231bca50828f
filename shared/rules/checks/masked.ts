/** Characters of a personal number that may be shown: enough to tell two apart, too few to use. */
const SHOWN = 4

/** A personal number or mailbox as a verdict may show it, `••••0001`. The form shows the whole on demand. */
export function masked(text: string): string {
  const characters = Array.from(text)
  return characters.length <= SHOWN
    ? '•'.repeat(characters.length)
    : `••••${characters.slice(-SHOWN).join('')}`
}
