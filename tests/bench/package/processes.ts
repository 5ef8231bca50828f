import { readdirSync, readFileSync } from 'node:fs'

/** Ticks of the kernel in a second: 100 on every Linux that Node runs on. */
const TICKS = 100

/** Resident mebibytes of this process and those it has started (Linux). */
export function mebibytesOfAll(): number {
  const kilobytes = ownProcesses().map((pid) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0)
  })
  return kilobytes.reduce((all, one) => all + one, 0) / 1024
}

/** Seconds of processor that they have had so far. */
export function processorSeconds(): number {
  const ticks = ownProcesses().map((pid) => {
    // The name in parentheses may hold anything; what follows it does not.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return Number(fields[11]) + Number(fields[12])
  })
  return ticks.reduce((all, one) => all + one, 0) / TICKS
}

function ownProcesses(): readonly string[] {
  const children = readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' '),
  )
  return [String(process.pid), ...children.filter((pid) => pid !== '')]
}
