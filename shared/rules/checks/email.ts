import { personsOf } from './caseFacts'
import type { CheckContext } from './checkContext'
import { defineCheck } from './defineCheck'
import { masked } from './masked'
import { fail, field, pass, worstOf } from './verdicts'

/** RFC 5321: a local part holds at most 64 octets, here in the characters that mailboxes have in practice. */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const LOCAL_LENGTH = 64

/** E-mail addresses have the form of one. */
export const email = defineCheck('email', {}, (context) =>
  worstOf(
    personsOf(context).map(({ person, path }) =>
      (isMailbox(context, person.email) ? pass : fail)({
        evidence: [field(`${path}.email`)],
        measured: masked(person.email),
      }),
    ),
  ),
)

function isMailbox({ readDomain }: CheckContext, text: string): boolean {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, Math.max(0, at))
  return local.length <= LOCAL_LENGTH && LOCAL_PART.test(local) && readDomain(text.slice(at + 1)).ok
}
