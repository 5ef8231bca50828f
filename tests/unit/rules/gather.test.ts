import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gather } from '../../../shared/rules/gather'

it('gather answers what flatMap answers', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat())), (lists) => {
      const seen: number[] = []
      const gathered = gather(lists, (list, index) => {
        seen.push(index)
        return list.map((value) => `${String(index)}:${String(value)}`)
      })
      expect(gathered).toEqual(
        lists.flatMap((list, index) => list.map((value) => `${String(index)}:${String(value)}`)),
      )
      expect(seen).toEqual([...lists.keys()])
    }),
  )
})
