/** Why a pass needs another person. */
export const secondLook = {
  drawn: 'Drawn by the sampling plan: another person has to look.',
  risk: 'Another person has to look, by risk: {title}.',
  table: 'Second reviews by risk',
  hint: 'A pass that any of these holds for needs another person, whatever the sampling plan, unless somebody else has decided about this round. The rows come with the version and cannot be changed here.',
  name: 'Risk',
  condition: 'When',
  days: 'Submitted',
  reason: 'Why',
  source: 'Source',
  told: 'Source: {source}',
  since: 'submitted from {from} on',
  and: ', and ',
  when: { everEscalated: 'escalated in any round', roundFrom: 'round {count} and later' },
}
