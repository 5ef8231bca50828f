import type { RuleCheck } from '../../../../shared/rules/checks/checks'

interface Asking {
  readonly check: RuleCheck['name']
  /** `breaks`: the machine asks where it could say `fail`. `keeps`: it never says `pass`. */
  readonly side: 'breaks' | 'keeps'
  readonly because: string
  /** Ids of the rules, where the check can tell in all others. */
  readonly rules?: readonly string[]
}

/**
 * Rules of these checks leave one side to a person by their nature. The list is closed: a rule that is not in it has
 * to fail and to pass by machine.
 */
export const ASKING_RULES: readonly Asking[] = [
  {
    check: 'change-policy',
    side: 'breaks',
    because: 'whether the company that takes over is led by the individual stands on its licence',
  },
  {
    check: 'document-present',
    side: 'breaks',
    rules: ['310000:sh-many-sites-plan', '500000:cq-many-sites-org'],
    because: 'the bound is above what one filing carries, and services on file elsewhere are not in the case',
  },
  {
    check: 'name-relation',
    side: 'breaks',
    because: 'a name may be related in ways that no comparison of characters finds',
  },
  {
    check: 'age',
    side: 'keeps',
    because: 'a rule about papers of the young has nothing to say of grown persons, and papers are read',
  },
  {
    check: 'certificate-type',
    side: 'keeps',
    because: 'a rule that takes none of the certificates it speaks of has nothing to say of others',
  },
  { check: 'document-present', side: 'keeps', because: 'a paper that is there has to be read' },
  {
    check: 'legal-representative',
    side: 'keeps',
    because: 'a rule about principals who are not the legal representative leaves alone those who are',
  },
  { check: 'pre-approval', side: 'keeps', because: 'an approval that is there has to be read' },
  {
    check: 'service-name',
    side: 'keeps',
    because: 'which persons and places a name may mean, the machine knows in part only',
  },
  {
    check: 'trigger-words',
    side: 'keeps',
    because: 'the business scope stands on the picture of the licence, where a word may be as well',
  },
]

/** Why rules of this check need not be found broken, or kept, by machine; undefined where they must. */
export function askingReason(check: string, side: Asking['side'], ruleId: string): string | undefined {
  return ASKING_RULES.find(
    (asking) => asking.check === check && asking.side === side && asking.rules?.includes(ruleId) !== false,
  )?.because
}
