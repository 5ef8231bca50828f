import { mkdir, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Bench, Figure, ReportSection } from './bench'

/** Where the one who started the bench fetches reports; else where they are kept. */
const REPORTS = process.env['BEIAN_BENCH_REPORTS'] ?? path.join(import.meta.dirname, '../../../docs/reports')

interface BenchResult {
  readonly name: string
  readonly bench: Bench
  readonly figures: readonly Figure[]
  readonly seconds: number
  readonly sections: readonly ReportSection[]
}

/** Writes `bench-NAME.md` in place of the earlier one. */
export async function writeReport({ name, bench, figures, seconds, sections }: BenchResult): Promise<void> {
  const cores = os.cpus()
  const rows = figures.map((figure) =>
    [
      figure.figure,
      figure.unit,
      figure.ours,
      figure.reference ?? '',
      figure.ratio ?? '',
      figure.bound ?? '',
      figure.bound === null ? '' : figure.holds ? 'yes' : '**no**',
    ].map(asCell),
  )
  const text = [
    `# Bench: ${name}`,
    '',
    bench.method,
    '',
    `- Command: \`npm run --silent bench -- ${name} --full\``,
    `- Date: ${new Date().toISOString().slice(0, 10)}; took ${seconds} s`,
    `- Node ${process.versions.node}, V8 ${process.versions.v8}; ${os.type()} ${os.arch()}`,
    `- Machine: ${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'}), ${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    '',
    'Ours and reference are measured in the same run; the ratio is ours divided by the reference. Absolute figures change with the machine and its load.',
    '',
    ...tableOf(['figure', 'unit', 'ours', 'reference', 'ratio', 'bound', 'holds'], rows),
    '',
    ...sections.flatMap(({ title, text: above, head, rows: cells }) => [
      `## ${title}`,
      '',
      above,
      '',
      ...(cells.length === 0
        ? []
        : [
            ...tableOf(
              head,
              cells.map((row) => row.map(asCell)),
            ),
            '',
          ]),
    ]),
    '## Weak spots',
    '',
    ...bench.weakSpots.map((spot) => `- ${spot}`),
    '',
  ].join('\n')
  await mkdir(REPORTS, { recursive: true })
  await writeFile(path.join(REPORTS, `bench-${name}.md`), text)
}

function asCell(cell: string | number): string {
  return String(cell).replaceAll('|', '\\|')
}

/** Columns as wide as their widest cell, as the formatter of the documents has them. */
function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)]
}
