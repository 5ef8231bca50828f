import { gateGuards } from './gateGuards.mjs'
import { shellGuards } from './shellGuards.mjs'
import { teamGuards } from './teamGuards.mjs'

/** Every guard that is taken out; what is quick comes first. */
export const guardRemovals = [...gateGuards, ...teamGuards, ...shellGuards]
