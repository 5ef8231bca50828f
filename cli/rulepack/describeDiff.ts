import type { ChangedRule, PackDiff } from '../../shared/rules/diffPacks'

/** A comparison for a terminal: counts first, then rule by rule. */
export function describeDiff({ from, to, added, removed, ended, changed }: PackDiff): string {
  const counts = `${String(added.length)} added, ${String(removed.length)} removed, ${String(ended.length)} ended, ${String(changed.length)} changed`
  const lines = [
    `${from.version} -> ${to.version}: ${counts}`,
    ...added.map(({ id, title }) => `+ ${id}  ${title.zh}`),
    ...removed.map(({ id, title }) => `- ${id}  ${title.zh}`),
    ...ended.flatMap((rule) => describeRule('x', rule)),
    ...changed.flatMap((rule) => describeRule('~', rule)),
  ]
  return `${lines.join('\n')}\n`
}

function describeRule(mark: string, { id, title, fields }: ChangedRule): readonly string[] {
  return [
    `${mark} ${id}  ${title.zh}`,
    ...fields.map(
      ({ field, before, after }) => `    ${field}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`,
    ),
  ]
}
