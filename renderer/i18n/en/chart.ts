import type { MessageShape } from '../MessageShape'
import type { chart as original } from '../zh/chart'

export const chart: MessageShape<typeof original> = {
  asTable: 'Table',
  asChart: 'Chart',
  saveCsv: 'Save CSV',
  empty: 'No figures in this period.',
  label: '{title} (chart; the same figures can be shown as a table)',
}
