import { createHash } from 'node:crypto'
import { readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { CorpusLabel } from '../../specimens/corpus/labels'
import { makeCorpus } from '../../specimens/corpus/makeCorpus'
import { CORPUS_SIZES, planCorpus } from '../../specimens/corpus/planCorpus'

const ROOT = path.join(import.meta.dirname, '..', '..', '..')
const KEPT = path.join(ROOT, '.cache', 'corpus')

/**
 * The pictures of the report world. Two thousand take half an hour to draw, so they are kept as long as nothing that
 * draws them has changed.
 */
export async function keptCorpus(
  size: keyof typeof CORPUS_SIZES,
): Promise<{ readonly folder: string; readonly labels: readonly CorpusLabel[] }> {
  const folder = path.join(KEPT, `report-${size}-${await digestOf(path.join(ROOT, 'tests', 'specimens'))}`)
  const kept = await readFile(path.join(folder, 'labels.json'), 'utf8').catch(() => null)
  if (kept !== null) {
    return { folder, labels: JSON.parse(kept) as CorpusLabel[] }
  }
  const draft = `${folder}.${String(process.pid)}`
  const labels = await makeCorpus(planCorpus('report', CORPUS_SIZES[size]), { out: draft })
  await rm(folder, { recursive: true, force: true })
  await rename(draft, folder)
  return { folder, labels }
}

/** Of everything that draws, and of the lock file, which says with which libraries. */
async function digestOf(sources: string): Promise<string> {
  const hash = createHash('sha256').update(await readFile(path.join(ROOT, 'package-lock.json')))
  const files = await readdir(sources, { recursive: true, withFileTypes: true })
  const paths = files.filter((file) => file.isFile()).map((file) => path.join(file.parentPath, file.name))
  for (const file of paths.toSorted()) {
    hash.update(path.relative(sources, file)).update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 16)
}
