import { z } from 'zod'
import type { MachineVerdict } from '../checklist'
import type { CheckContext } from './checkContext'

/** A named check: what a rule of a pack may say of it, and how it judges a case. Pure. */
interface Check<Name extends string, Shape extends z.ZodRawShape> {
  readonly name: Name
  /** The rule's `check`: its name and its parameters. */
  readonly schema: z.ZodObject<Shape & { name: z.ZodLiteral<Name> }, z.core.$strict>
  /** Called once for a rule, then for each case. */
  readonly prepare: (params: Params<Shape>) => (context: CheckContext) => MachineVerdict
}

type Params<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape, z.core.$strict>>

/** A check whose parameters are used as they are. */
export function defineCheck<const Name extends string, Shape extends z.ZodRawShape>(
  name: Name,
  shape: Shape,
  judge: (context: CheckContext, params: Params<Shape>) => MachineVerdict,
): Check<Name, Shape> {
  return definePreparedCheck(name, shape, (params) => (context) => judge(context, params))
}

/** A check that makes something of its parameters first, which all cases share. */
export function definePreparedCheck<const Name extends string, Shape extends z.ZodRawShape>(
  name: Name,
  shape: Shape,
  prepare: Check<Name, Shape>['prepare'],
): Check<Name, Shape> {
  return { name, schema: z.strictObject({ name: z.literal(name), ...shape }), prepare }
}
