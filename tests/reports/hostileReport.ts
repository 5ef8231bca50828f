import { HOSTILE_WAYS } from '../security/media/hostileCorpus'
import { HOSTILE_FORMATS } from '../security/media/hostileSpecimens'
import type { HostileAnswer, HostileRun } from '../security/media/runHostile'

const RESULTS = [
  'made',
  'undecodable',
  'too-large',
  'several-pictures',
  'encrypted',
  'timed-out',
  'crashed',
] as const

/** The page about one run, in Markdown. */
export function makeHostileReport(
  { answers, started, peakMebibytes }: HostileRun,
  { seed, seconds, dateLine }: { readonly seed: string; readonly seconds: number; readonly dateLine: string },
): string {
  const dead = answers.filter(({ examined, thumbnail }) => [examined, thumbnail].some(isDeath))
  const slowest = [...answers].sort((one, other) => other.milliseconds - one.milliseconds).slice(0, 5)
  return [
    '# Hostile files',
    dateLine,
    `\`npm run hostile\` made ${String(answers.length)} files from the seed \`${seed}\` and sent each to the real media ` +
      'processes twice: to be examined, and for a thumbnail. Every file was answered by one of the names below; a file ' +
      'that is answered by anything else fails the command. `tests/security/media` says how the files are made, and ' +
      'runs a sample of them with every `npm test`.',
    '## Thumbnails by format',
    table(
      HOSTILE_FORMATS.map(
        (format) => [format, answers.filter((answer) => answer.format === format)] as const,
      ),
    ),
    '## Thumbnails by what was done to the file',
    table(HOSTILE_WAYS.map((way) => [way, answers.filter((answer) => answer.way === way)] as const)),
    '`made` after a change is no fault: the change met bytes that do not matter, or changed pixels only.',
    '## The processes',
    [
      `- ${String(seconds)} seconds in two processes, ${perSecond(answers.length, seconds)} files a second.`,
      `- Processes started: ${String(started)}, of which two are needed when nothing dies.`,
      `- Files that killed their process or were cut off at the time limit: ${String(dead.length)}.`,
      `- Most memory one process held: ${peakMebibytes === null ? 'not known' : `${String(peakMebibytes)} MiB`}.`,
      `- Sound files between the others whose result was lost: ${String(lostSound(answers))}.`,
    ].join('\n'),
    '## The slowest files',
    [
      '| format | how it was made | examined | thumbnail | seconds |',
      '| --- | --- | --- | --- | --: |',
      ...slowest.map(
        ({ format, way, examined, thumbnail, milliseconds }) =>
          `| ${format} | ${way} | ${examined} | ${thumbnail} | ${(milliseconds / 1000).toFixed(1)} |`,
      ),
    ].join('\n'),
    '## What remains weak',
    [
      '- Memory outside of the JavaScript heap is bounded by the size of a picture (120 megapixels, 60 for HEIC and BMP, 65,500 on an ' +
        'edge) and not by the operating system: a leak in a decoder would not be stopped before the machine feels it. While a ' +
        'PDF document is open a thread of its own watches the memory and ends the process above 2 GB.',
      '- A PDF document that is damaged where pdf.js mends it, or leaves out what it does not understand, is drawn without a word.',
      '- Bytes behind the end of a JPEG, PNG, WebP, TIFF or BMP are let through, since telephones append their own. A ' +
        'polyglot is only ever opened as the picture its first bytes say, but it goes into the submission package as it came.',
      '- The decoders are native code (libvips and its libraries) or WebAssembly (libheif). A flaw in native code would run ' +
        'with the rights of the media process: no key and no path is given to it, but no sandbox of the system holds it yet.',
      '- Changes are made at random places by a seed, without looking at which code of a decoder they reach.',
    ].join('\n'),
    '',
  ].join('\n\n')
}

function table(rows: ReadonlyArray<readonly [name: string, answers: readonly HostileAnswer[]]>): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  return [
    line(['', 'files', ...RESULTS]),
    line(['---', ...Array.from({ length: RESULTS.length + 1 }, () => '--:')]),
    ...rows.map(([name, answers]) =>
      line([
        name,
        answers.length,
        ...RESULTS.map((result) => answers.filter(({ thumbnail }) => thumbnail === result).length),
      ]),
    ),
  ].join('\n')
}

function isDeath(answer: string): boolean {
  return answer === 'timed-out' || answer === 'crashed'
}

function lostSound(answers: readonly HostileAnswer[]): number {
  return answers.filter(({ way, thumbnail }) => way === 'sound' && thumbnail !== 'made').length
}

function perSecond(files: number, seconds: number): string {
  return (files / Math.max(1, seconds)).toFixed(0)
}
