import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createMediaHost, type MediaHost } from '../../../electron/common/mediaProcess/createMediaHost'
import { stdioTransport } from '../../../electron/common/mediaProcess/stdioTransport'

const PROCESS = path.join(import.meta.dirname, '../../../electron/media/process.ts')

/** The real media processes, started as the workstation starts them but from their sources. */
export function realMediaHost(size: number): MediaHost {
  return createMediaHost({
    size,
    start: stdioTransport({
      nodePath: process.execPath,
      nodeArguments: ['--import', import.meta.resolve('tsx')],
      scriptPath: PROCESS,
    }),
  })
}

/** Resident mebibytes of the one media process that this process has started (Linux). Throws when there is not exactly one. */
export function residentMebibytes(): number {
  const children = readdirSync('/proc/self/task')
    .flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' '))
    .filter((pid) => pid !== '' && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(PROCESS))
  const [pid, ...others] = children
  if (pid === undefined || others.length > 0) {
    throw new Error(`one media process was expected, ${String(children.length)} run`)
  }
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(resident) / 1024
}
