import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { en } from '../../../renderer/i18n/en'
import { zh } from '../../../renderer/i18n/zh'
import { adviceText } from '../../../renderer/review/adviceText'
import { ADVISOR_TABLE } from '../../../renderer/review/advisorTable'
import { questionOfCase } from '../../../renderer/review/questionOfCase'
import { useAdvisorStore } from '../../../renderer/stores/advisor'
import { advise } from '../../../shared/advisor/advise'
import { FACT_NAMES, FACTS } from '../../../shared/advisor/facts'
import { FILING_TYPES } from '../../../shared/domain/filingTypes'
import { makeBundle } from '../../specimens'

const TODAY = '2026-11-22'
const SUB_ELSEWHERE = {
  product: 'instance',
  serverPlace: 'mainland',
  address: 'domain',
  instanceBought: 'yes',
  domainLevel: 'sub',
  domainFiled: 'elsewhere',
} as const

describe('The advisor beside a case', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
  })

  it('asks one question after the other until the filing is answered', () => {
    const advisor = useAdvisorStore()
    advisor.open()
    expect(advisor.asked).toEqual(['product'])
    for (const [name, value] of Object.entries(SUB_ELSEWHERE)) {
      expect(advisor.missing).toContain(name)
      advisor.tell(name as keyof typeof SUB_ELSEWHERE, value)
    }
    expect(advisor.advice.topics[0]).toMatchObject({ state: 'answered' })
    expect(advisor.asked).toEqual(FACT_NAMES.filter((name) => name in SUB_ELSEWHERE))
  })

  it('takes an answer back, and keeps what was told while it is closed', () => {
    const advisor = useAdvisorStore()
    advisor.open()
    advisor.tell('product', 'cdn')
    advisor.close()
    advisor.open()
    expect(advisor.facts).toEqual({ product: 'cdn' })
    advisor.tell('product', undefined)
    expect(advisor.facts).toEqual({})
    expect(advisor.isAnswered).toBe(false)
  })

  it.each(FILING_TYPES)(
    'starts from what a filing of type %s tells, and asks for nothing it tells',
    async (type) => {
      const { bundle } = await makeBundle({ seed: 7, filingType: type, pictures: 'none' })
      const facts = questionOfCase(bundle.application)
      const [filing] = advise(ADVISOR_TABLE, { ...facts, today: TODAY }).topics
      const askedFor: readonly string[] = filing?.state === 'open' ? filing.missing : []
      expect(askedFor.filter((name) => name in facts)).toEqual([])
      const verdict = filing?.state === 'answered' ? filing.findings[0]?.verdict : 'open'
      const expected: Partial<Record<typeof type, string>> = {
        'first-filing': 'file-here',
        'new-service-filed-here': 'file-here',
        'new-service-filed-elsewhere': 'file-here',
        'add-provider': 'add-provider',
      }
      expect(verdict).toBe(type in expected ? expected[type] : verdict)
    },
  )
})

describe('The answer as a message', () => {
  it('says verdict, reason, steps and source of the newer edition, and what the older one says', () => {
    const text = adviceText(advise(ADVISOR_TABLE, { ...SUB_ELSEWHERE, today: TODAY }))
    expect(text.split('\n')[0]).toContain('要不要备案：须新增接入。二级域名')
    expect(text).toMatch(/\n1\. /)
    expect(text).toContain('依据：2020年10月版指南（')
    expect(text).toContain('旧版说法不同：须在本接入商备案。')
    expect(text.indexOf('2020-10-21')).toBeLessThan(text.indexOf('旧版'))
  })

  it('leaves out what is open or not asked for, and tells a deadline that has passed', () => {
    const text = adviceText(
      advise(ADVISOR_TABLE, {
        product: 'instance',
        serverPlace: 'mainland',
        commercial: 'no',
        openSince: '2026-01-01',
        today: TODAY,
      }),
    )
    expect(text).toMatch(/^公安备案：/)
    expect(text).toContain('最迟 2026-01-31，已过期')
    expect(text).not.toContain('经营许可')
    expect(adviceText(advise(ADVISOR_TABLE, { today: TODAY }))).toBe('')
  })
})

it('has words for every fact and every answer in both languages', () => {
  for (const { advisor } of [zh, en]) {
    for (const name of FACT_NAMES) {
      expect(advisor.fact[name]).toBeTruthy()
      expect(Object.keys(advisor.value[name]).sort()).toEqual([...FACTS[name]].sort())
    }
  }
})
