import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Ended {
  /** Whether a signal ended it. */
  readonly wasKilled: boolean
  readonly code: number | null
  readonly lines: readonly string[]
  /** All that it wrote on standard error. */
  readonly complaint: string
  /** Last line of that. */
  readonly last: string
}

/** Runs a bundled program until it ends, by itself or at the step it was given. */
export async function runChild(program: string, args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let complaint = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
  })
  await once(child, 'close')
  return {
    wasKilled: child.signalCode === 'SIGKILL',
    code: child.exitCode,
    lines: said.split('\n').filter((line) => line !== ''),
    complaint,
    last: complaint.trim().split('\n').at(-1) ?? '',
  }
}
