import { KILL_TARGETS, runKills } from './runKills'

/** `runKill.ts TARGET TOTAL INDEX…`: see `runKills`. Prints a line of JSON for each end. */
const [, , name, total, ...indexes] = process.argv
const target = KILL_TARGETS.find((known) => known === name)
if (target === undefined) {
  throw new Error(`There is no ${String(name)}; there are: ${KILL_TARGETS.join(', ')}`)
}
await runKills(target, Number(total), indexes.map(Number), (kill) => {
  console.log(JSON.stringify({ target, total: Number(total), ...kill }))
})
