import { addDays, chinaDate } from '../../shared/calendar/chinaTime'
import { WORK_PERIOD_DAYS, type FiguresReply, type WorkPeriod } from '../../shared/protocol/figures'

/** What the server would count of a team of some size. Saturdays and Sundays have no work. */
export function fakeFigures(period: WorkPeriod, now: Date): FiguresReply {
  const to = chinaDate(now.getTime())
  const length = WORK_PERIOD_DAYS[period]
  const from = addDays(to, 1 - length)
  const dates = Array.from({ length }, (_, at) => addDays(from, at))
  const worked = dates.filter((date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()))
  return {
    from,
    to,
    latestPack: '2026-11-21',
    backlog: [
      { province: '110000', age: 0, overdue: 0, today: 4, later: 21 },
      { province: '110000', age: 1, overdue: 3, today: 6, later: 0 },
      { province: '330000', age: 0, overdue: 0, today: 2, later: 34 },
      { province: '330000', age: 2, overdue: 7, today: 1, later: 0 },
      { province: '440000', age: 0, overdue: 0, today: 3, later: 17 },
      { province: '440000', age: 5, overdue: 2, today: 0, later: 0 },
      { province: '450000', age: 1, overdue: 1, today: 5, later: 0 },
      { province: '650000', age: 3, overdue: 2, today: 0, later: 0 },
    ],
    days: worked.map((day, at) => {
      const passed = 62 + ((at * 7) % 19)
      const returned = 21 + ((at * 5) % 11)
      return { day, passed, returned, timed: passed + returned, inTime: passed + returned - ((at * 3) % 8) }
    }),
    load: [
      person(1, '李娜', 'reviewer', [1, 9, 14, 81]),
      person(2, '张伟', 'reviewer', [1, 10, 11, 77]),
      person(3, '陈晨', 'reviewer', [0, 0, 0, 42]),
      person(4, '高燕', 'senior-reviewer', [1, 4, 6, 38]),
      person(5, '王磊', 'supervisor', [0, 0, 1, 3]),
    ],
    uncovered: [
      ...[1, 2, 3].map((number) =>
        uncovered(`BA2026-010${String(number)}`, now, {
          field: 'application.services.0.contentCategories',
          problem: '服务内容与许可范围不符',
          advice: '请补充许可文件或调整服务内容',
        }),
      ),
      uncovered('BA2026-0207', now, {
        code: 'remark-incomplete',
        field: 'application.entity.remarks',
        problem: '备注未说明居住地',
        advice: '请在备注中说明',
      }),
    ],
    rules: [
      rule('national:website-name-standard', '网站名称规范', 'Website name', [412, 61, 288, 4]),
      rule('desk:photo-quality', '核验照片清晰', 'Photo quality', [405, 48, 290, 0]),
      rule('330000:remark-residence', '备注居住地说明', 'Remark on residence', [96, 17, 61, 3]),
      rule('national:domain-real-name', '域名实名一致', 'Domain real name', [398, 12, 281, 1]),
      rule('national:age', '负责人年龄', 'Age of the principal', [412, 2, 17, 0]),
    ],
  }
}

function person(
  number: number,
  displayName: string,
  role: FiguresReply['load'][number]['role'],
  [held, reserved, decidedToday, decidedIn7Days]: readonly [number, number, number, number],
): FiguresReply['load'][number] {
  const id = `0199f001-0000-7000-8000-00000000000${String(number)}`
  return { id, displayName, role, held, reserved, decidedToday, decidedIn7Days }
}

function uncovered(
  orderNumber: string,
  now: Date,
  reason: FiguresReply['uncovered'][number]['reason'],
): FiguresReply['uncovered'][number] {
  const at = now.toISOString()
  return { orderNumber, province: '330000', filingType: 'first-filing', rulePack: '2026-11-21', at, reason }
}

function rule(
  ruleId: string,
  zh: string,
  en: string,
  [decided, returned, answered, escaped]: readonly [number, number, number, number],
): FiguresReply['rules'][number] {
  return { ruleId, title: { zh, en }, decided, returned, answered, escaped }
}
