import { useI18n } from 'vue-i18n'
import { useNames } from './useNames'
import { useCaseReviewStore } from '../stores/caseReview'
import { FILING_TYPES } from '../../shared/domain/filingTypes'
import type { ChecklistLine, LineConcern } from '../../shared/rules/checklist'

type ConditionFact = LineConcern['conditions'][number]

/** Why a line is among the lines of this case, in words: whose rule it is and what of the case brought it in. */
export function useLineConcern() {
  const { t, locale } = useI18n()
  const { provinceName, natureName, certificateTypeName } = useNames()
  const review = useCaseReviewStore()

  function list(words: readonly string[]): string {
    return words.join(locale.value === 'zh' ? '、' : ', ')
  }

  function why(line: ChecklistLine): string {
    const { concern } = line
    const [origin = ''] = line.id.split(':')
    const isProvincial = origin !== 'desk' && origin !== 'national'
    const rule = isProvincial
      ? t('concern.province', { province: provinceName(origin) })
      : t(`concern.${origin}`)
    if (concern === undefined) {
      return t('concern.because', { rule, facts: t('concern.every') })
    }
    const conditions = concern.conditions.map(conditionWords).filter((words) => words !== null)
    if (line.machine?.verdict === 'not-applicable' && conditions.length > 0) {
      return t('concern.unless', { rule, facts: list(conditions) })
    }
    const facts = [...scopeWords(concern), ...conditions]
    return t('concern.because', { rule, facts: facts.length === 0 ? t('concern.every') : list(facts) })
  }

  function scopeWords({ filingTypes, entity, service }: LineConcern): readonly string[] {
    const type = review.round?.application.filingType
    return [
      ...(type === undefined || filingTypes.length === FILING_TYPES.length
        ? []
        : [t('concern.filingType', { type: t(`terms.filingType.${type}`) })]),
      ...(entity === 'both' ? [] : [t('concern.entity', { kind: t(`terms.entityKind.${entity}`) })]),
      ...(service === 'both' ? [] : [t('concern.service', { kind: t(`terms.serviceKind.${service}`) })]),
    ]
  }

  /** Null where the condition says nothing about a filing of this type. */
  function conditionWords({ is, values }: ConditionFact): string | null {
    if (is === 'changed' && review.round?.application.filingType !== 'change') {
      return null
    }
    return t(`concern.condition.${is}`, {
      values: list([...new Set(values.map((value) => word(is, value)))]),
    })
  }

  function word(is: ConditionFact['is'], value: string): string {
    switch (is) {
      case 'nature':
      case 'nature-other-than':
        return natureName(value)
      case 'province':
        return provinceName(value)
      case 'person-certificate':
      case 'person-certificate-other-than':
        return certificateTypeName(value)
      case 'principal-other-than-legal-representative':
      case 'outside-province':
      case 'registrant-other-than':
        return t(`concern.person.${value}`)
      case 'changed':
        return t(`concern.part.${changedPart(value)}`)
      default:
        return value
    }
  }

  return { why }
}

function changedPart(field: string): string {
  if (field.includes('principal')) {
    return 'principal'
  }
  return ['domains', 'certificate', 'name'].find((part) => field.endsWith(part)) ?? 'other'
}
