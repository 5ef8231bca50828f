import { readShippedRulePack } from '../../helpers/shippedRulePack'
import { makeBenchCases } from './benchCases'
import { timeCase } from './timeCase'

/** A process of its own: the first case that it ever reads and judges, printed as JSON. */
const pack = await readShippedRulePack()
const [first] = await makeBenchCases(pack)
console.log(JSON.stringify(timeCase(pack, first?.text ?? '')))
