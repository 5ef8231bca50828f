import { codeName, faceName } from './codeNames'
import { en } from './en'
import { factWords as enWords } from './en/factWords'
import type { FactOf, FactWords, Filled, Wording } from './FactWords'
import { otherFactText } from './otherFactText'
import { shortProvinceName } from './shortProvinceName'
import { zh } from './zh'
import { factWords as zhWords } from './zh/factWords'
import { provinceByCode } from '../../shared/domain/provinces'
import type { RuleFact } from '../../shared/rules/ruleFacts'

type Paper = FactOf<'papers'>['papers'][number]

/**
 * A fact of a rule in words: what it says, and for whom or when where that is less than the rule as a whole
 * (`individuals · where a domain is added`); empty where it is not.
 */
export function ruleFactText(fact: RuleFact, language: string): { about: string; text: string } {
  const wording = wordingIn(language)
  const text = factText(fact, wording)
  return { about: aboutText(fact, wording), text: text.charAt(0).toUpperCase() + text.slice(1) }
}

function wordingIn(language: string): Wording {
  const words = language === 'zh' ? zhWords : enWords
  const types = language === 'zh' ? zh.terms.filingType : en.terms.filingType
  const list = (items: readonly string[]): string => items.join(words.phrases.comma)
  return {
    language,
    words,
    fill: (phrase, values) => filled(words.phrases[phrase], values),
    list,
    divisions: (codes) => list(codes.map((code) => divisionName(code, language))),
    filingTypes: (named) => list(named.map((type) => types[type])),
  }
}

function divisionName(code: string, language: string): string {
  const division = provinceByCode(code)
  if (division === undefined) {
    return code
  }
  return language === 'zh' ? shortProvinceName(division.nameZh) : division.nameEn
}

function filled(phrase: string, values: Filled): string {
  return phrase.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

function aboutText(fact: RuleFact, wording: Wording): string {
  const { words, divisions, filingTypes, list, fill } = wording
  const parts = [
    list((fact.for ?? []).map((audience) => words.audiences[audience])),
    // Facts about divisions and filing types say them in their own words.
    fact.is === 'regions' ? '' : divisions(fact.provinces ?? []),
    fact.is === 'concerns' ? '' : filingTypes(fact.filingTypes ?? []),
    fact.when === undefined ? '' : words.situations[fact.when],
    fact.is === 'papers' && fact.words !== undefined ? fill('wordsShown', { words: list(fact.words) }) : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function factText(fact: RuleFact, wording: Wording): string {
  const { words, fill, list } = wording
  switch (fact.is) {
    case 'limit':
      return fill(fact.advised === true ? 'advised' : 'limit', {
        of: words.limitSubjects[fact.of],
        amount: amountOf(fact, wording),
      })
    case 'threshold': {
      const amount = filled(words.bounds[fact.how], {
        n: filled(words.units.items, { n: String(fact.value) }),
      })
      const filedToo = fact.includesFiled === true ? words.phrases.filed : ''
      return fill('threshold', { of: words.thresholdSubjects[fact.of], amount }) + filedToo
    }
    case 'age':
      return ageText(fact, wording)
    case 'period':
      return fill('limit', { of: words.periodSubjects[fact.of], amount: amountOf(fact, wording) })
    case 'date':
      return fill('date', { of: words.dateSubjects[fact.of], on: fact.on })
    case 'papers':
      return papersText(fact, wording)
    case 'form': {
      const phrases = {
        required: 'requiredForm',
        accepted: 'acceptedForm',
        exceptional: 'exceptionalForm',
        'not-accepted': 'refusedForm',
      } as const
      return fill(phrases[fact.must], { list: list(fact.features.map((feature) => words.features[feature])) })
    }
    default:
      return otherFactText(fact, wording)
  }
}

interface Measure {
  readonly how: FactOf<'limit'>['how']
  readonly value: number
  readonly upTo?: number | undefined
  readonly unit: keyof FactWords['units']
}

function amountOf({ how, value, upTo, unit }: Measure, { words }: Wording): string {
  const n = upTo === undefined ? String(value) : `${String(value)}–${String(upTo)}`
  const one: Readonly<Partial<Record<Measure['unit'], string>>> = words.singular
  const measured = (n === '1' ? one[unit] : undefined) ?? words.units[unit]
  return filled(words.bounds[how], { n: filled(measured, { n }) })
}

function ageText(fact: FactOf<'age'>, wording: Wording): string {
  const { phrases } = wording.words
  const amount = amountOf({ how: fact.how, value: fact.years, upTo: fact.upTo, unit: 'years' }, wording)
  const sex = fact.sex === undefined ? '' : phrases[fact.sex]
  const phrase =
    fact.of === undefined ? 'age' : fact.of === 'service-principal' ? 'serviceAge' : ('anyAge' as const)
  return wording.fill(phrase, { amount }) + sex + (fact.asks === undefined ? '' : phrases.extraPaper)
}

function papersText(fact: FactOf<'papers'>, wording: Wording): string {
  const needs = {
    'all-of': 'allOf',
    'one-of': 'oneOf',
    'as-fits': 'asFits',
    'not-accepted': 'refusedPapers',
  } as const
  const roles = {
    identity: 'identity',
    'entity-certificate': 'entityCertificate',
    'residence-proof': 'residenceProof',
    'proof-of-standing': 'standingProof',
  } as const
  const { phrases } = wording.words
  // One paper alone is no choice.
  const need = fact.need === 'one-of' && fact.papers.length === 1 ? 'allOf' : needs[fact.need]
  const what = fact.as === undefined ? phrases.papers : phrases[roles[fact.as]]
  return wording.fill(need, {
    what,
    list: wording.list(fact.papers.map((paper) => paperName(paper, wording))),
  })
}

function paperName(paper: Paper, { language, words }: Wording): string {
  if ('name' in paper) {
    return language === 'zh' ? paper.name.zh : paper.name.en
  }
  const { owner, face } = paper
  const owners = { ...words.officeRoles, ...words.offices }
  const side = face === undefined ? '' : faceName(paper.kind, face, language)
  const whose = owner === undefined || owner === 'service' ? '' : owners[owner]
  const name = [codeName('kinds', paper.kind, language), side].filter((part) => part !== '').join(' ')
  return whose === '' ? name : language === 'zh' ? `${whose}的${name}` : `${name} of the ${whose}`
}
