import { z } from 'zod'
import type { MachineVerdict } from '../checklist'
import type { CheckContext } from './checkContext'

/** A named check: what a rule of a pack may say of it, and how it judges a case. Pure. */
export interface Check<Name extends string, Shape extends z.ZodRawShape> {
  readonly name: Name
  /** The rule's `check`: its name and its parameters. */
  readonly schema: z.ZodObject<Shape & { name: z.ZodLiteral<Name> }, z.core.$strict>
  readonly judge: (
    context: CheckContext,
    params: z.output<z.ZodObject<Shape, z.core.$strict>>,
  ) => MachineVerdict
}

export function defineCheck<const Name extends string, Shape extends z.ZodRawShape>(
  name: Name,
  shape: Shape,
  judge: Check<Name, Shape>['judge'],
): Check<Name, Shape> {
  return {
    name,
    schema: z.strictObject({ name: z.literal(name), ...shape }),
    judge,
  }
}
