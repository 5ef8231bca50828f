import type { RuleCheck } from '../../../../shared/rules/checks/checks'

interface Asking {
  readonly check: RuleCheck['name']
  /** `breaks`: the machine asks where it could say `fail`. `keeps`: it never says `pass`. */
  readonly side: 'breaks' | 'keeps'
  readonly because: string
  /** Ids of the rules, where the check can tell in all others. */
  readonly rules?: readonly string[]
}

const FREE_AFTER_ACCESS: readonly string[] = [
  '140000:sx-access-consistency-both',
  '340000:ah-access-consistency-individual',
  '440000:gd-access-consistency-both',
  '460000:hi-access-consistency-both',
]

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
    check: 'domain-suffix',
    side: 'breaks',
    rules: ['national:domain-tld-approved'],
    because: 'the ministry’s list of suffixes grows: one that is not in the pack’s is looked up',
  },
  {
    check: 'distinct-service-names',
    side: 'breaks',
    rules: ['610000:sn-same-name-sites'],
    because: 'two websites may bear one name where they show the same, and what they show is not in the case',
  },
  {
    check: 'empty-shell',
    side: 'breaks',
    because: 'an empty shell is no fault: a person warns, or sees that a service may simply be added',
  },
  {
    check: 'matches-record',
    side: 'breaks',
    rules: FREE_AFTER_ACCESS,
    because: 'the division lets everything be changed after the access: nothing can be broken',
  },
  {
    check: 'name-ending',
    side: 'breaks',
    rules: ['440000:gd-college-suffix'],
    because: 'whether a name with the word is that of a part of the entity a person knows',
  },
  {
    check: 'online-shop-address',
    side: 'breaks',
    rules: ['330000:zj-online-shop-address'],
    because: 'the rule asks for the address of the licence, which a person reads',
  },
  {
    check: 'phone-carrier',
    side: 'breaks',
    because: 'whether text messages reach a resold number only a try tells',
  },
  { check: 'photo-look', side: 'breaks', because: 'what a photo shows a person judges' },
  {
    check: 'sole-trader',
    side: 'breaks',
    rules: [
      '110000:bj-sole-trader',
      '210000:ln-sole-trader',
      '310000:sh-sole-trader',
      '330000:zj-sole-trader',
      '340000:ah-sole-trader',
      '420000:hb-sole-trader',
    ],
    because: 'the division takes licences without a trade name; a person reads how it is explained',
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
    check: 'entity-certificate-type',
    side: 'keeps',
    rules: ['210000:ln-licence-form', '410000:ha-licence-form'],
    because: 'the rules speak of the form of the licence too, which its picture shows',
  },
  {
    check: 'forbidden-words',
    side: 'keeps',
    rules: ['460000:hi-state-names'],
    because: 'the rule is about names with such words alone and has nothing to say of others',
  },
  {
    check: 'matches-record',
    side: 'keeps',
    rules: ['desk:cancel-right', 'desk:change-matches-papers'],
    because: 'the rules ask for more than what the record shows',
  },
  {
    check: 'domain-registrar',
    side: 'keeps',
    because: 'the list of approved registrars is the ministry’s and is not in the pack',
  },
  {
    check: 'legal-representative',
    side: 'keeps',
    because: 'a rule about principals who are not the legal representative leaves alone those who are',
  },
  {
    check: 'online-shop-address',
    side: 'keeps',
    because: 'the address of the licence has to be read in any case',
  },
  {
    check: 'photo-look',
    side: 'keeps',
    because: 'without a photo nothing is due, and one that is there is looked at',
  },
  {
    check: 'app-name',
    side: 'keeps',
    because: 'which names are generic or advertise, the machine knows in part only',
  },
  {
    check: 'sole-trader',
    side: 'keeps',
    because: 'seal, fingerprint and the credit system show on papers and in a register',
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
