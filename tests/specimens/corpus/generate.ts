import { parseArgs } from 'node:util'
import { WORLD_NAMES } from './labels'
import { makeCorpus } from './makeCorpus'
import { CORPUS_SIZES, planCorpus } from './planCorpus'

const USAGE = `usage: npx tsx tests/specimens/corpus/generate.ts --world tuning|report --out DIR [--full] [--only TEXT]
  --out DIR    gets the pictures and labels.json
  --full       more than 60 with each fault (about 2,200 pictures); without it, about 180
  --only TEXT  only pictures whose names contain it, as glare`

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      world: { type: 'string' },
      out: { type: 'string' },
      only: { type: 'string', default: '' },
      full: { type: 'boolean', default: false },
    },
  })
  const world = WORLD_NAMES.find((name) => name === values.world)
  if (world === undefined || values.out === undefined) {
    console.error(USAGE)
    return 2
  }
  const items = planCorpus(world, values.full ? CORPUS_SIZES.full : CORPUS_SIZES.quick).filter(({ id }) =>
    id.includes(values.only),
  )
  const startedAt = performance.now()
  const labels = await makeCorpus(items, {
    out: values.out,
    onProgress: (done, total) => {
      if (done % 50 === 0 || done === total) {
        console.log(`pictures ${String(done)}/${String(total)}`)
      }
    },
  })
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  console.log(`${String(labels.length)} pictures in ${values.out} (${String(seconds)} s)`)
  return 0
}

process.exitCode = await main()
