/** 广西壮族自治区 -> 广西: the short form used in lists. */
export function shortProvinceName(nameZh: string): string {
  return nameZh.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/, '')
}
