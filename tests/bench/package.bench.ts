import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { promisify } from 'node:util'
import type { Bench } from './frame/bench'
import { realMediaHost } from './examine/realMediaHost'
import { casesOfPictures } from './package/casesOfPictures'
import { mebibytesOfAll, processorSeconds } from './package/processes'
import { buildPackage, type PackageRequest } from '../../electron/workflows/packages/buildPackage'
import { writePackage } from '../../electron/workflows/packages/writePackage'

const run = promisify(execFile)
const PICTURES = 12
const ROUNDS = 5
const AT_ONCE = 2

export const bench: Bench = {
  method:
    'A package of twelve photographs of 4 to 5 megapixels is built from their bytes and written to the disk, as the workstation does it: dossier in a warm media process, hashes, archive, flush. ' +
    'Beside it, turn by turn, `img2pdf` makes a PDF of the same files and `zip` an archive of PDF and pictures; the figure is the median of five turns. ' +
    'Then many packages are built two at a time, as a batch does, and memory of this and the media processes is compared after a fifth and at the end. ' +
    'The longest stall is that of the event loop of the process that would have the window; processors are the seconds of processor by the seconds of the clock.',
  weakSpots: [
    'img2pdf and zip start anew for each package and flush nothing; the media process is warm.',
    'Twelve photographs and no other formats: a PNG or HEIC has to be decoded and is slower, in both.',
    'The network, over which cases and documents come in a real batch, is left out.',
  ],
  run: async (record, full) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'beian-bench-package-'))
    const media = realMediaHost(AT_ONCE)
    try {
      const [request, ...others] = await casesOfPictures(full ? 20 : 2, PICTURES, media)
      if (!request) {
        throw new Error('no case')
      }
      const files = await writePictures(folder, request)
      await build(request, folder)
      const times = await turns(request, folder, files)
      record({
        figure: 'a package of 12 photographs, against img2pdf and zip',
        unit: 's',
        ours: times.ours,
        reference: times.reference,
        bounds: [{ of: 'ratio', is: '<=', value: 1.3 }],
      })
      await measureMany([request, ...others], full ? 500 : 40, folder, record)
    } finally {
      await media.close()
      await rm(folder, { recursive: true })
    }
  },
}

type Recorder = Parameters<Bench['run']>[0]

async function turns(
  request: PackageRequest,
  folder: string,
  files: readonly string[],
): Promise<{ readonly ours: number; readonly reference: number }> {
  const ours: number[] = []
  const reference: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await seconds(() => build(request, folder)))
    const pdf = path.join(folder, `reference-${String(round)}.pdf`)
    const zip = path.join(folder, `reference-${String(round)}.zip`)
    reference.push(
      await seconds(async () => {
        await run('img2pdf', [...files, '-o', pdf])
        await run('zip', ['-q', '-j', zip, pdf, ...files])
      }),
    )
  }
  return { ours: median(ours), reference: median(reference) }
}

async function measureMany(
  requests: readonly PackageRequest[],
  count: number,
  folder: string,
  record: Recorder,
): Promise<void> {
  const stall = monitorEventLoopDelay({ resolution: 5 })
  let early = 0
  let next = 0
  const before = processorSeconds()
  stall.enable()
  const took = await seconds(async () => {
    async function work(): Promise<void> {
      while (next < count) {
        const index = next
        next += 1
        const request = requests[index % requests.length]
        if (request) {
          await build(request, folder)
        }
        if (index === Math.floor(count / 5)) {
          early = mebibytesOfAll()
        }
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  })
  stall.disable()
  record({ figure: 'a package in a batch', unit: 's', ours: took / count })
  record({
    figure: `memory after ${String(count)} packages, against that after a fifth`,
    unit: 'MiB',
    ours: mebibytesOfAll(),
    reference: early,
    bounds: [{ of: 'ratio', is: '<=', value: 1.15 }],
  })
  record({ figure: 'processors at work', unit: '', ours: (processorSeconds() - before) / took })
  record({ figure: 'longest stall of the event loop', unit: 'ms', ours: stall.max / 1e6 })
}

/** Builds and writes one package, and takes it away again. */
async function build(request: PackageRequest, folder: string): Promise<void> {
  const built = await buildPackage(request)
  if (!built.ok) {
    throw new Error(built.error)
  }
  const fileName = `${built.value.sha256}-${String(performance.now())}.zip`
  const written = await writePackage({ folder, fileName, bytes: built.value.bytes })
  if (!written.ok) {
    throw new Error(written.error)
  }
  await rm(written.value.path)
}

async function writePictures(folder: string, { documents }: PackageRequest): Promise<readonly string[]> {
  const files: string[] = []
  for (const [sha256, bytes] of documents) {
    const file = path.join(folder, `${sha256}.jpg`)
    await writeFile(file, bytes)
    files.push(file)
  }
  return files
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1000
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
