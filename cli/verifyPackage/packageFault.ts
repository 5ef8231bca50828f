/** What is wrong with a package. `path` names the file inside it, or is empty when it is about the whole. */
export interface PackageFault {
  readonly code: PackageFaultCode
  readonly path: string
  /** A second path, value or place, as the code says. */
  readonly detail?: string
}

export const FAULT_MESSAGES = {
  'not-a-zip': 'not a package: no ZIP archive, or a damaged directory',
  'too-many-entries': 'more files than a package can have',
  'too-large': 'larger than a package can be',
  'entry-unsafe-path': 'has a path that leads out of the package',
  'entry-duplicate': 'is there twice',
  'entry-unsupported': 'is packed in a way packages never are',
  'entry-damaged': 'is damaged: its contents do not match their checksum',
  'entry-headers-differ': 'is damaged: its two headers contradict each other',
  'manifest-missing': 'is missing',
  'manifest-invalid': 'is not a valid manifest',
  'file-missing': 'is in the manifest but not in the package',
  'file-added': 'is in the package but not in the manifest',
  'file-renamed': 'has been renamed; in the manifest it is',
  'file-altered': 'has been altered: its SHA-256 is not the one in the manifest',
  'size-differs': 'has another size than the manifest says',
  'data-invalid': 'does not have the form it must have',
  'data-contradicts': 'contradicts another file of the package',
  'dossier-invalid': 'is not a PDF that can be opened',
  'dossier-contradicts': 'does not belong to this package',
  'not-canonical':
    'the archive was not written by the desk: it differs from what it would have written, from byte',
  'signature-missing': 'there is no signature, and one of a known key was asked for',
  'signature-unreadable': 'is not a signature of a package',
  'signature-invalid': 'is not signed by the key that it names: it was altered',
  'signature-of-another': 'is the signature of another package: different are',
  'signer-unknown': 'is signed by a key that is none of those given:',
  'hash-differs': 'the package is not the one expected; its SHA-256 is',
} as const satisfies Readonly<Record<string, string>>

export type PackageFaultCode = keyof typeof FAULT_MESSAGES

/** One line for people. */
export function describeFault({ code, path, detail }: PackageFault): string {
  return [path, FAULT_MESSAGES[code], detail].filter((part) => part !== undefined && part !== '').join(' ')
}
