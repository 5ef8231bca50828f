import { removalOf } from './removal.mjs'

const APPLY = 'server/commands/applyCommand.ts'
const DECIDE = 'server/commands/decide.ts'
const LATE = 'server/commands/keepProposal.ts'
const FEED = 'server/store/changeFeed.ts'
const POSTGRES = 'server/store/openPostgres.ts'
const HANDLES = 'electron/data/connection/handles.ts'
const HOLDS = 'electron/data/operations/applyHolds.ts'
const OUTBOX = 'electron/data/queries/outboxQueries.ts'
const PROFILE = 'electron/data/profile/openProfile.ts'
const PUSH = 'electron/workflows/sync/pushOutbox.ts'
const SETTLE = 'electron/data/operations/settleRefused.ts'

const RANDOM_TEAMS = 'tests/integration/model.test.ts'
const ENDED = 'tests/integration/kill.test.ts'

const model = removalOf('model')
const kill = removalOf('kill')

/** What keeps decisions from being lost or made twice: random teams and ended processes must show when it is gone. */
export const teamGuards = [
  model('a command is judged once', RANDOM_TEAMS, [
    [APPLY, '    if (known) {\n', '    if (known && known.accountId !== person.id) {\n'],
  ]),
  model('the token of the hold is compared', RANDOM_TEAMS, [
    [
      DECIDE,
      'holder?.userId !== person.id || holder.token !== command.holdToken',
      'holder?.userId !== person.id',
    ],
  ]),
  model('only the holder decides', RANDOM_TEAMS, [
    [DECIDE, 'holder?.userId !== person.id || holder.token !== command.holdToken', 'holder === null'],
  ]),
  model('late decisions are kept', RANDOM_TEAMS, [
    [LATE, '  await insertProposal(tx, ', '  void insertProposal\n  void ('],
  ]),
  model('a decision is published', RANDOM_TEAMS, [
    [
      DECIDE,
      '  await publishChanges(tx, [filingCase.id])\n  return { ok: true, value: { caseVersion, auditHash } }',
      '  void publishChanges\n  return { ok: true, value: { caseVersion, auditHash } }',
    ],
  ]),
  model('the clock of the feed goes on', RANDOM_TEAMS, [
    [
      FEED,
      'WITH clock AS (UPDATE feed_clock SET value = value + cardinality($1::uuid[]) RETURNING value)',
      'WITH clock AS (SELECT value + cardinality($1::uuid[]) AS value FROM feed_clock)',
    ],
  ]),
  model('the feed leaves nothing out', RANDOM_TEAMS, [
    [FEED, 'cursor: last ?? request.after', 'cursor: (last ?? request.after) + 1'],
  ]),
  model('a decision has an entry of the audit', RANDOM_TEAMS, [
    [
      DECIDE,
      'kind: auditKindOf(decision.verdict, state)',
      "kind: auditKindOf(decision.verdict === 'pass' ? 'return' : 'pass', state)",
    ],
  ]),
  model('what got no answer is sent again', RANDOM_TEAMS, [
    [
      PUSH,
      '    } else if (keepsWaiting(answer.error)) {\n      await data.requeueOutbox(commands.map((command) => command.id))\n',
      '    } else if (keepsWaiting(answer.error)) {\n',
    ],
  ]),
  model('what was being sent when the process ended is sent again', RANDOM_TEAMS, [
    [PROFILE, '    queries.outbox.requeueInterrupted()\n', ''],
  ]),
  model('what was refused is kept', RANDOM_TEAMS, [
    [
      OUTBOX,
      "`UPDATE outbox SET state = 'refused', refusal = :code, kept = :kept, attempts = attempts + 1\n     WHERE id",
      '`DELETE FROM outbox\n     WHERE id',
    ],
  ]),
  model('newer words are kept beside older ones', RANDOM_TEAMS, [
    [SETTLE, 'merge(restored, isNewer ? saved.draft : null)', 'merge(restored, null)'],
  ]),
  model('a case leaves with the right to it', RANDOM_TEAMS, [
    [HOLDS, "const dropped = queries.cases.abandoned('once-held')", 'const dropped: readonly string[] = []'],
  ]),
  kill(
    'an operation of the desk is one transaction',
    ENDED,
    [[HANDLES, 'return db.transaction(work).immediate()', 'return work()']],
    'leaves the desk',
  ),
  kill(
    'a transaction of the server is one',
    ENDED,
    [
      [POSTGRES, "    await client.query('BEGIN')\n", ''],
      [POSTGRES, "    await client.query('COMMIT')\n", ''],
    ],
    'leaves the server-postgres',
  ),
]
