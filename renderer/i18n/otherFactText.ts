import { codeName } from './codeNames'
import type { FactOf, FactWords, Wording } from './FactWords'
import type { RuleFact } from '../../shared/rules/ruleFacts'

type Other = Exclude<RuleFact, FactOf<'limit' | 'threshold' | 'age' | 'period' | 'date' | 'papers' | 'form'>>
type Phrase = keyof FactWords['phrases']

/** Facts that neither measure nor ask for papers, in words. */
export function otherFactText(fact: Other, wording: Wording): string {
  const { words, fill, list, language } = wording
  const { phrases } = words
  const localized = (text: { zh: string; en: string }): string => (language === 'zh' ? text.zh : text.en)
  switch (fact.is) {
    case 'suffixes':
      return fill('suffixes', { stand: words.stands[fact.stand], list: list(fact.suffixes) })
    case 'words':
      return fill(WORD_ROLES[fact.role], { at: whereWords(fact, wording), list: list(fact.words) })
    case 'name-shapes': {
      const of = fact.of === undefined ? 'name' : fact.of === 'content' ? 'content' : 'domainHolder'
      const shapes = list(fact.shapes.map((shape) => words.nameShapes[shape]))
      return fill(fact.stand === 'refused' ? 'refusedShape' : 'acceptedShape', {
        of: phrases[of],
        list: shapes,
      })
    }
    case 'pattern':
      return fill('pattern', { of: words.patternSubjects[fact.of], text: fact.text })
    case 'remark':
      return remarkText(fact, wording)
    case 'contents':
      return fill(`${fact.of}Parts`, { list: list(fact.parts.map(localized)) })
    case 'fields':
      return fill(fact.relation === 'same-region' ? 'sameRegion' : fact.relation, {
        fields: list(fact.fields.map((field) => words.fields[field])),
        to: choice(
          fact.to.map((field) => words.fields[field]),
          wording,
        ),
      })
    case 'may-change': {
      const phrase: Phrase =
        fact.at === 'after-access'
          ? fact.may
            ? 'mayAfterAccess'
            : 'notAfterAccess'
          : fact.may
            ? 'mayInChange'
            : 'notInChange'
      return fill(phrase, { list: list(fact.fields.map((field) => words.fields[field])) })
    }
    case 'change-policy':
      return fill('changePolicy', { policy: words.changePolicies[fact.policy] })
    case 'office': {
      const offices = fact.anyOf.map((office) => words.offices[office])
      return fill(OFFICE_NEEDS[fact.must], {
        of: words.officeRoles[fact.of],
        list: fact.must === 'all-of-them' ? list(offices) : choice(offices, wording),
      })
    }
    case 'nature':
      return fill('nature', {
        list: list(fact.natures.map((nature) => codeName('natures', nature, language))),
      })
    case 'concerns':
      return fill(fact.concerned ? 'concerned' : 'exempt', { list: list(whoIsConcerned(fact, wording)) })
    case 'content-types':
      return fill('contentTypes', { stand: words.stands[fact.stand], list: list(fact.values) })
    case 'method':
      return fill('method', {
        of: words.methodSubjects[fact.of],
        stand: words.stands[fact.stand],
        list: list(fact.methods.map((method) => words.methods[method])),
      })
    case 'places': {
      const roles = { 'looked-at': 'lookedAt', concerned: 'concernedPlaces', 'shown-at': 'shownAt' } as const
      return fill(roles[fact.as], { list: list(fact.in.map((place) => words.places[place])) })
    }
    case 'regions': {
      const since = fact.since === undefined ? '' : fill('since', { date: fact.since })
      return fill(REGION_ROLES[fact.as], { list: wording.divisions(fact.provinces ?? []) }) + since
    }
    case 'renames':
      return list(fact.pairs.map((pair) => fill('rename', pair)))
    case 'sequence': {
      const needs = { required: 'inOrder', allowed: 'orderAllowed', 'not-allowed': 'orderRefused' } as const
      return fill(needs[fact.must], { list: fact.steps.map((step) => words.steps[step]).join(' → ') })
    }
    case 'stand':
      return fill('stand', { of: words.standSubjects[fact.of], stand: words.stands[fact.stand] })
    case 'authority':
      return fill('authority', { who: localized(fact.who) })
    case 'notice':
      return fill(fact.as, { title: fact.title })
    case 'note':
      return localized(fact.text)
  }
}

/** a, b or c. */
function choice(items: readonly string[], { words, list }: Wording): string {
  const rest = list(items.slice(0, -1))
  const last = items.at(-1) ?? ''
  return rest === '' ? last : `${rest}${words.phrases.or}${last}`
}

const WORD_ROLES = {
  refused: 'refusedWords',
  'needs-approval': 'approvalWords',
  'calls-for-paper': 'paperWords',
  'undertaking-enough': 'undertakingWords',
  'change-advised': 'changeWords',
  'hint-only': 'hintWords',
  required: 'requiredWords',
} as const satisfies Record<FactOf<'words'>['role'], Phrase>

const OFFICE_NEEDS = {
  required: 'mustBe',
  'all-of-them': 'mustAllBe',
  preferred: 'preferably',
  sometimes: 'sometimes',
  'not-required': 'neednot',
} as const satisfies Record<FactOf<'office'>['must'], Phrase>

const REGION_ROLES = {
  pilot: 'pilot',
  nationwide: 'nationwide',
  'one-website-exception': 'oneWebsite',
  'phone-number': 'phoneNumber',
  'issued-in': 'issuedIn',
  mainland: 'mainland',
} as const satisfies Record<FactOf<'regions'>['as'], Phrase>

function whereWords(fact: FactOf<'words'>, { words, fill, list }: Wording): string {
  const places = list((fact.in ?? []).map((place) => words.places[place]))
  const at = fact.at === undefined ? '' : words.phrases[fact.at]
  return places === '' ? at : fill('inPlaces', { places }) + at
}

function remarkText({ template, contentTypes }: FactOf<'remark'>, { words, fill, list }: Wording): string {
  if (template !== undefined) {
    return fill('remarkTemplate', { text: template })
  }
  return contentTypes === undefined ? words.phrases.remark : fill('remarkFor', { list: list(contentTypes) })
}

function whoIsConcerned(
  fact: FactOf<'concerns'>,
  { words, language, filingTypes }: Wording,
): readonly string[] {
  const natures = (fact.natures ?? []).map((nature) => {
    switch (nature) {
      case 'state-level':
        return words.phrases.stateLevel
      case 'trading-company':
        return words.phrases.tradingCompany
      default:
        return codeName('natures', nature, language)
    }
  })
  const sectors = (fact.sectors ?? []).map((sector) => words.audiences[sector])
  const types = fact.filingTypes === undefined ? [] : [filingTypes(fact.filingTypes)]
  return [...natures, ...sectors, ...types]
}
