import { z } from 'zod'
import { defineCheck } from './defineCheck'
import { fail, field, pass, worstOf } from './verdicts'

/** A number with what it counts, or a room: the end of an address that a letter carrier can find. */
const DOOR = /[\d一二三四五六七八九十百]+\s*(?:号|室|栋|幢|座|单元|楼|层|弄|组|#)/u

/** The mailing address goes down to the door, or the remark says that there is no finer one. */
export const addressDetail = defineCheck(
  'address-detail',
  {
    /** Wording with which an applicant says that the address has no door number. */
    remark: z.string().optional(),
    /** Texts that are no address, such as the placeholder 市辖区. */
    forbidden: z.array(z.string()).default([]),
    doorRequired: z.boolean().default(true),
  },
  ({ application }, { remark, forbidden, doorRequired }) => {
    const { mailingAddress, remarks = '' } = application.entity
    const evidence = [field('application.entity.mailingAddress')]
    const placeholders = forbidden.filter((text) => mailingAddress.includes(text))
    const judged = placeholders.length > 0 ? fail : pass
    const shape = judged({
      evidence,
      measured: mailingAddress,
      expected: forbidden.map((text) => `≠ ${text}`).join(', ') || undefined,
    })
    const explained = remark !== undefined && remarks.includes(remark)
    const door = doorRequired && !DOOR.test(mailingAddress) && !explained
    return worstOf([shape, ...(door ? [fail({ evidence, measured: mailingAddress, expected: remark })] : [])])
  },
)
