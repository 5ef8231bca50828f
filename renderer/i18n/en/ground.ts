/** What a line of the checklist rests on. */
export const ground = {
  says: 'It says',
  period: 'In force',
  between: '{from} to {to}',
  since: 'since {from}',
  until: 'until {to} (start not published)',
  openEnd: 'in force, start not published',
  agrees: 'Also said by',
  colon: ': ',
  disagrees: 'Said otherwise',
  confidence: {
    guide: "provider's guide",
    published: 'published page',
    inferred: 'inferred',
  },
  why: {
    inferred: 'Concluded from other rules; no source says so. It can warn, but no filing is refused for it.',
    unchecked:
      'Written from notes and not compared with the source again. It can warn, but no filing is refused for it.',
    conflict:
      'Sources disagree and the reviewer has to weigh them. It can warn, but no filing is refused for it.',
  },
}
