/** Text of a file that another program wrote: UTF-8, and where it is not that, GB 18030, in which Chinese office programs save CSV. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
