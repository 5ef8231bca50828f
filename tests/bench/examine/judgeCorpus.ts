import { readFile } from 'node:fs/promises'
import path from 'node:path'
import os from 'node:os'
import type { CorpusLabel } from '../../specimens/corpus/labels'
import { realMediaHost } from './realMediaHost'
import type { JudgedPicture } from './scoreChecks'

/** Sends the pictures of a corpus through real media processes, one a core. Throws when one is not answered. */
export async function judgeCorpus(
  folder: string,
  labels: readonly CorpusLabel[],
): Promise<readonly JudgedPicture[]> {
  const size = Math.min(os.availableParallelism(), 4)
  const host = realMediaHost(size)
  const judged: JudgedPicture[] = []
  const waiting = [...labels]
  try {
    await Promise.all(
      Array.from({ length: size }, async () => {
        for (let label = waiting.shift(); label !== undefined; label = waiting.shift()) {
          const bytes = await readFile(path.join(folder, label.file))
          const { kind, face, entityKind } = label.paper
          const answer = await host.examine({ bytes, kind, face, entityKind })
          if (!answer.ok) {
            throw new Error(`${label.id} was not examined: ${answer.error}`)
          }
          const verdicts = new Map(answer.value.findings.map(({ check, verdict }) => [check, verdict]))
          judged.push({ label, verdicts })
        }
      }),
    )
  } finally {
    await host.close()
  }
  return judged
}
