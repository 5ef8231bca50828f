/** This machine, as `URL.hostname` writes it. */
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost']

/**
 * Whether secrets and papers may cross the line to this address (a `URL`): encrypted, or in clear where nobody else listens, which is
 * this machine alone.
 */
export function isSafeLine(address: { readonly protocol: string; readonly hostname: string }): boolean {
  return (
    address.protocol === 'https:' || (address.protocol === 'http:' && LOOPBACK.includes(address.hostname))
  )
}
