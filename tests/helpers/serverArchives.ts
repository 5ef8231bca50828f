import { zipSync, type Zippable } from 'fflate'
import { makeBundle, type MadeBundle, type SpecimenOptions } from '../specimens'

/** A bundle as files by name, to be spoilt before it is packed. */
export interface LooseBundle {
  readonly orderNumber: string
  readonly manifest: MadeBundle['bundle']
  readonly files: Readonly<Record<string, Uint8Array>>
}

/** A good bundle of tiny pictures, not packed yet. */
export async function looseBundle(
  seed: string,
  options: Partial<SpecimenOptions> = {},
): Promise<LooseBundle> {
  const { bundle, files } = await makeBundle({ seed, pictures: 'tiny', nature: 'enterprise', ...options })
  return { orderNumber: bundle.orderNumber, manifest: bundle, files: Object.fromEntries(files) }
}

/** Packs whatever it is given, names and contents unchecked. Without `filing.json` of its own it gets the bundle's. */
export function pack(
  bundle: LooseBundle,
  changes: Zippable = {},
  manifest: unknown = bundle.manifest,
): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(manifest))
  return zipSync({ 'filing.json': text, ...bundle.files, ...changes }, { level: 6 })
}

/** Replaces a text by another of equal length wherever it stands, as names do in both headers of an entry. */
export function overwrite(zip: Uint8Array, from: string, to: string): Uint8Array {
  const bytes = Buffer.from(zip)
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) {
    bytes.write(to, at, 'latin1')
  }
  return bytes
}

const CENTRAL_HEADER = Buffer.from([0x50, 0x4b, 0x01, 0x02])
const LOCAL_HEADER = Buffer.from([0x50, 0x4b, 0x03, 0x04])

/** Changes the headers of the entry of this name: places count from the signature of each header. */
export function patchEntry(
  zip: Uint8Array,
  name: string,
  change: (header: Buffer, kind: 'central' | 'local') => void,
): Uint8Array {
  const bytes = Buffer.from(zip)
  for (const [kind, signature, nameAt] of [
    ['central', CENTRAL_HEADER, 46],
    ['local', LOCAL_HEADER, 30],
  ] as const) {
    for (let at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 1)) {
      if (bytes.subarray(at + nameAt, at + nameAt + name.length).toString('latin1') === name) {
        change(bytes.subarray(at), kind)
      }
    }
  }
  return bytes
}
