import { readShippedRulePack } from '../../helpers/shippedRulePack'
import { makeBenchCases } from './benchCases'
import { timeJudging, timeReading } from './timeCase'

/** A process of its own: the first case that it ever reads, or judges with `--judge`; its times as JSON. */
const pack = await readShippedRulePack()
const [first] = await makeBenchCases(pack)
if (first === undefined) {
  throw new Error('There are cases')
}
// Intake reads in one process, the workstation judges in another: neither has done the other's work before.
const judging = process.argv.includes('--judge')
console.log(JSON.stringify(judging ? timeJudging(pack, first) : { reading: await timeReading(first) }))
