import { everybody, twoPersons } from '../edits'
import type { Draft } from '../draft'
import { fails, passes, type Recipe } from '../proofCases'

const NUMBERS = ['13800000001', '13800000002', '13800000003', '13800000004'] as const

/** The entity's principal and the service's bring so many different numbers, in mobile and emergency fields. */
function bringing(draft: Draft, count: number): Draft {
  const number = (index: number) => NUMBERS[Math.min(index, count - 1)] ?? NUMBERS[0]
  const first = everybody(draft, { mobile: number(0), emergencyPhone: number(1) })
  return {
    ...first,
    services: first.services.map((service) => ({
      ...service,
      principal: { ...service.principal, mobile: number(2), emergencyPhone: number(3) },
    })),
  }
}

export const contactNumbers: Recipe<'contact-numbers'> = ({ onePerson, severalPersons }, draft) => {
  const two = twoPersons(draft)
  return {
    breaks: [fails('one number for everything', bringing(two, 1))],
    keeps: [passes('four different numbers', bringing(two, NUMBERS.length))],
    boundary: [
      passes('one person, exactly as many', bringing(draft, onePerson)),
      fails('one person, one number less', bringing(draft, onePerson - 1)),
      passes('two persons, exactly as many', bringing(two, severalPersons)),
      fails('two persons, one number less', bringing(two, severalPersons - 1)),
    ],
  }
}
