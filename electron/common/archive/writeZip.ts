import { crc32 } from 'node:zlib'
// The build for Node declares a `require` of its own, which stands beside the bundle's; the compressor is the same.
import { deflateSync } from 'fflate/browser'
import {
  CENTRAL_HEADER,
  DOS_DATE,
  DOS_TIME,
  END_RECORD,
  EXTERNAL_ATTRIBUTES,
  FLAGS,
  LOCAL_HEADER,
  METHOD,
  VERSION_MADE_BY,
  VERSION_NEEDED,
} from './zipFormat'

export interface ZipEntry {
  readonly path: string
  readonly bytes: Uint8Array
  /** What is compressed already is stored: deflating it takes time and saves nothing. */
  readonly method: 'stored' | 'deflated'
}

/**
 * Writes entries in the given order. Same entries, same bytes: on every machine, at any time. The compressor is
 * fflate, in JavaScript, because zlib differs between Node, Electron and the system's own.
 */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.path, 'utf8')
    const packed = entry.method === 'stored' ? entry.bytes : deflateSync(entry.bytes, { level: 9 })
    const common = commonHeader(entry, packed)
    const local = Buffer.alloc(LOCAL_HEADER.bytes)
    local.writeUInt32LE(LOCAL_HEADER.signature, 0)
    common.copy(local, 4)
    local.writeUInt16LE(name.length, 26)
    parts.push(local, name, packed)

    const central = Buffer.alloc(CENTRAL_HEADER.bytes)
    central.writeUInt32LE(CENTRAL_HEADER.signature, 0)
    central.writeUInt16LE(VERSION_MADE_BY, 4)
    common.copy(central, 6)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(EXTERNAL_ATTRIBUTES, 38)
    central.writeUInt32LE(offset, 42)
    directory.push(central, name)
    offset += local.length + name.length + packed.length
  }
  const directoryBytes = Buffer.concat(directory)
  return Buffer.concat([...parts, directoryBytes, endRecord(entries.length, directoryBytes.length, offset)])
}

/** The 22 bytes that local and central header share. */
function commonHeader(entry: ZipEntry, packed: Uint8Array): Buffer {
  const header = Buffer.alloc(22)
  header.writeUInt16LE(VERSION_NEEDED, 0)
  header.writeUInt16LE(FLAGS, 2)
  header.writeUInt16LE(METHOD[entry.method], 4)
  header.writeUInt16LE(DOS_TIME, 6)
  header.writeUInt16LE(DOS_DATE, 8)
  header.writeUInt32LE(crc32(entry.bytes), 10)
  header.writeUInt32LE(packed.length, 14)
  header.writeUInt32LE(entry.bytes.length, 18)
  return header
}

function endRecord(entries: number, directoryBytes: number, directoryOffset: number): Buffer {
  const end = Buffer.alloc(END_RECORD.bytes)
  end.writeUInt32LE(END_RECORD.signature, 0)
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(directoryBytes, 12)
  end.writeUInt32LE(directoryOffset, 16)
  return end
}
