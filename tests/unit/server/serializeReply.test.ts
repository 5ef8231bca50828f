import { describe, expect, it } from 'vitest'
import { serializeReply } from '../../../server/http/serializeReply'
import { feedReplySchema } from '../../../shared/protocol/apiModels'
import { queueRow } from '../../bench/sync/queueRows'

describe('serializeReply', () => {
  const serialize = serializeReply({
    schema: feedReplySchema,
    method: 'GET',
    url: '/v1/feed',
    httpStatus: '200',
  })

  it('writes what the protocol says, and nothing else of it', () => {
    const reply = { rows: [queueRow(1)], cursor: 7, more: false }
    expect(JSON.parse(serialize(reply))).toEqual(reply)
  })

  it.each([
    ['a field that the protocol does not have', { ...queueRow(1), mobile: '13800000000' }],
    ['a field that is missing', { ...queueRow(1), dueAt: undefined }],
    ['a state that nobody knows', { ...queueRow(1), state: 'lost' }],
  ])('lets nothing leave with %s', (_, row) => {
    expect(() => serialize({ rows: [row], cursor: 7, more: false })).toThrow('GET /v1/feed')
  })
})
