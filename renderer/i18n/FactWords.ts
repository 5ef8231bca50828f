import type {
  FACT_FIELDS,
  FACT_PLACES,
  FORM_FEATURES,
  OFFICE_ROLES,
  OFFICES,
} from '../../shared/rules/factFields'
import type {
  CHANGE_POLICIES,
  DATE_SUBJECTS,
  LIMIT_SUBJECTS,
  LIMIT_UNITS,
  METHOD_SUBJECTS,
  METHODS,
  NAME_SHAPES,
  PATTERN_SUBJECTS,
  PERIOD_SUBJECTS,
  PERIOD_UNITS,
  STEPS,
} from '../../shared/rules/factSubjects'
import type { AUDIENCES, SITUATIONS, STAND_SUBJECTS } from '../../shared/rules/factTerms'
import type { RuleFact } from '../../shared/rules/ruleFacts'

type Words<Codes extends readonly string[]> = Readonly<Record<Codes[number], string>>
export type FactOf<Kind extends RuleFact['is']> = Extract<RuleFact, { is: Kind }>

/** Words and phrases for facts of rules in one language. A closed word of the vocabulary that has none does not compile. */
export interface FactWords {
  readonly audiences: Words<typeof AUDIENCES>
  readonly standSubjects: Words<typeof STAND_SUBJECTS>
  readonly situations: Words<typeof SITUATIONS>
  readonly stands: Readonly<
    Record<
      | FactOf<'stand'>['stand']
      | FactOf<'suffixes'>['stand']
      | FactOf<'content-types'>['stand']
      | FactOf<'method'>['stand'],
      string
    >
  >
  readonly bounds: Readonly<Record<FactOf<'limit'>['how'], string>>
  readonly units: Words<readonly [...typeof LIMIT_UNITS, ...typeof PERIOD_UNITS, 'years']>
  /** Units of time after the number one. */
  readonly singular: Words<readonly [...typeof PERIOD_UNITS, 'years']>
  readonly limitSubjects: Words<typeof LIMIT_SUBJECTS>
  readonly periodSubjects: Words<typeof PERIOD_SUBJECTS>
  readonly thresholdSubjects: Readonly<Record<FactOf<'threshold'>['of'], string>>
  readonly dateSubjects: Words<typeof DATE_SUBJECTS>
  readonly patternSubjects: Words<typeof PATTERN_SUBJECTS>
  readonly nameShapes: Words<typeof NAME_SHAPES>
  readonly steps: Words<typeof STEPS>
  readonly methodSubjects: Words<typeof METHOD_SUBJECTS>
  readonly methods: Words<typeof METHODS>
  readonly changePolicies: Words<typeof CHANGE_POLICIES>
  readonly fields: Words<typeof FACT_FIELDS>
  readonly places: Words<typeof FACT_PLACES>
  readonly officeRoles: Words<typeof OFFICE_ROLES>
  readonly offices: Words<typeof OFFICES>
  readonly features: Words<typeof FORM_FEATURES>
  readonly phrases: Words<
    readonly [
      'limit',
      'advised',
      'threshold',
      'filed',
      'age',
      'serviceAge',
      'anyAge',
      'female',
      'male',
      'extraPaper',
      'date',
      'allOf',
      'oneOf',
      'asFits',
      'refusedPapers',
      'papers',
      'identity',
      'entityCertificate',
      'residenceProof',
      'standingProof',
      'wordsShown',
      'requiredForm',
      'acceptedForm',
      'exceptionalForm',
      'refusedForm',
      'suffixes',
      'refusedWords',
      'approvalWords',
      'paperWords',
      'undertakingWords',
      'changeWords',
      'hintWords',
      'requiredWords',
      'within',
      'start',
      'end',
      'inPlaces',
      'refusedShape',
      'acceptedShape',
      'name',
      'domainHolder',
      'content',
      'pattern',
      'remark',
      'remarkTemplate',
      'remarkFor',
      'paperParts',
      'remarkParts',
      'planParts',
      'siteParts',
      'equal',
      'differ',
      'unique',
      'sameRegion',
      'mayAfterAccess',
      'notAfterAccess',
      'mayInChange',
      'notInChange',
      'changePolicy',
      'mustBe',
      'mustAllBe',
      'preferably',
      'sometimes',
      'neednot',
      'nature',
      'concerned',
      'exempt',
      'stateLevel',
      'tradingCompany',
      'contentTypes',
      'method',
      'lookedAt',
      'concernedPlaces',
      'shownAt',
      'pilot',
      'nationwide',
      'oneWebsite',
      'phoneNumber',
      'issuedIn',
      'mainland',
      'since',
      'rename',
      'inOrder',
      'orderAllowed',
      'orderRefused',
      'stand',
      'authority',
      'notice',
      'law',
      'standard',
      'comma',
      'or',
    ]
  >
}

export type Filled = Readonly<Record<string, string>>

/** What putting a fact into words needs in one language. */
export interface Wording {
  readonly language: string
  readonly words: FactWords
  readonly fill: (phrase: keyof FactWords['phrases'], values: Filled) => string
  readonly list: (items: readonly string[]) => string
  readonly divisions: (codes: readonly string[]) => string
  readonly filingTypes: (types: NonNullable<RuleFact['filingTypes']>) => string
}
