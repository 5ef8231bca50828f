import { describe, expect, it } from 'vitest'
import { notificationText } from '../../../electron/main/notificationText'
import { NOTICE_KINDS } from '../../../shared/review/day/notices'

describe('the text of a notification', () => {
  it('says one matter by its kind', () => {
    expect(notificationText(['call-back-due'], 'zh')).toEqual({
      title: '备案审核工作台',
      body: '1 个约定的回电即将到时间',
    })
  })

  it('counts several, and names each kind once', () => {
    expect(notificationText(['case-due', 'decision-refused', 'case-due'], 'en')).toEqual({
      title: 'Beian Desk · 3 matters cannot wait',
      body: 'Cases in hand about due: 2\nDecisions refused by the server: 1',
    })
  })

  it.each(NOTICE_KINDS)('has words for %s in both languages', (kind) => {
    const bodies = (['zh', 'en'] as const).map((language) => notificationText([kind], language).body)
    expect(new Set(bodies).size).toBe(2)
    expect(bodies.every((body) => body.includes('1'))).toBe(true)
  })
})
