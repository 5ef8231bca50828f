import { z } from 'zod'
import { DOCUMENT_KINDS } from '../../domain/documentKinds'
import { checkResidentId } from '../../domain/identifiers/residentId'
import type { MachineVerdict } from '../checklist'
import { distinctPersons, PERSON_ROLES, personsOf, type PersonAt } from './caseFacts'
import type { CheckContext } from './checkContext'
import { ageOn } from './dates'
import { defineCheck } from './defineCheck'
import { fail, field, notApplicable, pass, unsure, worstOf } from './verdicts'

const shape = {
  persons: z.array(z.enum(PERSON_ROLES)).min(1),
  min: z.number().int().positive().optional(),
  /** From `min` up to this age a paper is due, of one of these kinds; somebody reads it. */
  proofBelow: z
    .strictObject({ age: z.number().int().positive(), anyOf: z.array(z.enum(DOCUMENT_KINDS)).min(1) })
    .optional(),
  max: z.number().int().positive().optional(),
  maxMale: z.number().int().positive().optional(),
  maxFemale: z.number().int().positive().optional(),
}
type Params = z.output<z.ZodObject<typeof shape, z.core.$strict>>

/** Persons have reached an age, or not passed one, on the day of submission; the resident number tells. */
export const age = defineCheck('age', shape, (context, params) =>
  worstOf(
    distinctPersons(personsOf(context, params.persons)).map((person) => judgePerson(context, person, params)),
  ),
)

function judgePerson(context: CheckContext, { person, path }: PersonAt, params: Params): MachineVerdict {
  const evidence = [field(`${path}.certificate.number`)]
  const identity = checkResidentId(person.certificate.number)
  if (!identity.ok) {
    // Passports and permits do not carry the date of birth in their number.
    return unsure({ evidence })
  }
  const years = ageOn(identity.birthDate, context.submittedOn)
  const bySex = identity.sex === 'male' ? params.maxMale : params.maxFemale
  const max = Math.min(params.max ?? Number.POSITIVE_INFINITY, bySex ?? Number.POSITIVE_INFINITY)
  const min = params.min ?? 0
  const ground = {
    evidence,
    measured: String(years),
    expected: [
      ...(min > 0 ? [`≥ ${String(min)}`] : []),
      ...(Number.isFinite(max) ? [`≤ ${String(max)}`] : []),
    ].join(', '),
  }
  if (years < min || years > max) {
    return fail(ground)
  }
  return params.proofBelow === undefined || years >= params.proofBelow.age
    ? proofNotDue(ground, params)
    : judgeProof(context, ground, params.proofBelow.anyOf)
}

/** A rule that only asks young persons for a paper has nothing to say of others. */
function proofNotDue(
  ground: Parameters<typeof pass>[0],
  { min, max, maxMale, maxFemale }: Params,
): MachineVerdict {
  const bounded = [min, max, maxMale, maxFemale].some((bound) => bound !== undefined)
  return (bounded ? pass : notApplicable)(ground)
}

function judgeProof(
  context: CheckContext,
  ground: Parameters<typeof pass>[0],
  anyOf: ReadonlyArray<CheckContext['documents'][number]['kind']>,
): MachineVerdict {
  const found = context.documents.filter(({ kind }) => anyOf.includes(kind))
  if (found.length > 0) {
    const documents = found.map(({ id }) => ({ kind: 'document' as const, documentId: id }))
    return unsure({ ...ground, evidence: [...ground.evidence, ...documents] })
  }
  const missing = anyOf.map((kind) => ({ kind: 'missing-document' as const, documentKind: kind }))
  return fail({ ...ground, evidence: [...ground.evidence, ...missing] })
}
