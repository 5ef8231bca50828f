import { createHash } from 'node:crypto'
import type { MediaHost } from '../../electron/common/mediaProcess/createMediaHost'
import { sniffDocument } from '../../shared/imaging/sniffDocument'
import { isReadable } from '../../shared/reading/paperLayouts'
import { refusal, success, type Result } from '../../shared/result'
import type { ExaminationReport, ExaminedFile } from './examinationReport'

/** Examines and reads one file in the media process, as the workstation does. */
export async function examineFile(
  host: MediaHost,
  file: string,
  bytes: Uint8Array,
  { kind, face, entity }: ExaminationReport['paper'],
): Promise<Result<ExaminedFile, string>> {
  const entityKind = entity === null ? {} : { entityKind: entity }
  const examined = await host.examine({ bytes, kind, face, ...entityKind })
  if (!examined.ok) {
    return refusal(examined.error)
  }
  const { findings } = examined.value
  const decodable = !findings.some(({ check, verdict }) => check === 'decodable' && verdict === 'fail')
  const read = decodable && isReadable(kind, face) ? await host.read({ bytes, kind, face }) : null
  if (read !== null && !read.ok) {
    return refusal(read.error)
  }
  return success({
    file,
    facts: factsOf(bytes),
    findings: [...findings],
    fields: read === null ? [] : [...read.value.fields],
  })
}

function factsOf(bytes: Uint8Array): ExaminedFile['facts'] {
  const sniffed = sniffDocument(bytes)
  const size = sniffed.ok && 'width' in sniffed ? sniffed : { width: null, height: null }
  return {
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mediaType: sniffed.ok ? sniffed.mediaType : null,
    width: size.width,
    height: size.height,
  }
}
