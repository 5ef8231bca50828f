import type { MessageShape } from '../MessageShape'
import type { callFigures as original } from '../zh/callFigures'

export const callFigures: MessageShape<typeof original> = {
  title: 'Call figures',
  hint: 'Counted from the calls on the server, by China’s dates and hours.',
  open: 'Call figures',
  toList: 'Back to the list',
  whose: 'Whose calls',
  team: 'Team',
  own: 'My own',
  period: 'Period',
  periods: { today: 'Today', '7-days': 'Last 7 days', '30-days': 'Last 30 days' },
  attempts: 'Dialled',
  reached: 'Reached',
  notReached: 'Not reached',
  incoming: 'Incoming',
  laddersEnded: 'Given up after the last try',
  after: {
    reached: 'Rounds whose person was reached',
    sum: 'since then {passed} passed, {returned} returned, {renewed} sent in again',
  },
  share: 'Reach rate',
  low: 'Low',
  high: 'High',
  interval: '95 % interval',
  shareOf: '{value} % (95 % interval {low}–{high} %)',
  tooFew: 'fewer than 5, no rate',
  byHour: 'Dialled calls by hour',
  hour: 'Hour',
  province: 'Province',
  perCase: 'Calls per round',
  callsOfRound: 'Calls',
  rounds: 'Rounds',
  andMore: '{calls} and more',
  none: 'Nobody was dialled in this period.',
  method:
    '{from} to {to}. Reach rate: dialled calls that reached the person, of all dialled ones; Wilson’s interval. That something was sent in again after a call does not prove that the call brought it.',
}
