import { FEEDBACK } from './lists/listKinds'
import { runListCommand } from './lists/runListCommand'

process.exitCode = await runListCommand(FEEDBACK, process.argv.slice(2))
