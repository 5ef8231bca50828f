import { defineCheck } from './defineCheck'
import { fail, field, pass } from './verdicts'

/** Numbers with a sign between them or behind them, `3-2-301` or `301#`: words belong there. */
const SIGN = /\d\s*[-#/~]\s*\d|\d\s*#/u

/** Building, unit and room of the mailing address are written in words. */
export const addressSymbols = defineCheck('address-symbols', {}, ({ application }) => {
  const { mailingAddress } = application.entity
  const plain = mailingAddress.normalize('NFKC').replace(/[\u2010-\u2015\u2212]/gu, '-')
  return (SIGN.test(plain) ? fail : pass)({
    evidence: [field('application.entity.mailingAddress')],
    measured: mailingAddress,
  })
})
