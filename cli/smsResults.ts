import { SMS_RESULTS } from './lists/listKinds'
import { runListCommand } from './lists/runListCommand'

process.exitCode = await runListCommand(SMS_RESULTS, process.argv.slice(2))
