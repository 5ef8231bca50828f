import { ESLint } from 'eslint'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const eslint = new ESLint({ cwd: root })

// The linter is handed the scripts of .vue files by scripts/lib/lintedVueScripts.mjs; what needs types must still be found there.
it('finds a promise that nobody waits for, also in the script of a .vue file', async () => {
  const text = `<script setup lang="ts">
const text = 'a'
Promise.resolve(1)
</script>

<template>
  <p :title="String(text)">{{ text }}</p>
</template>
`
  const [result] = await eslint.lintText(text, { filePath: path.join(root, 'renderer/views/QueueView.vue') })
  const found = result?.messages.map(({ ruleId, line }) => `${String(line)} ${ruleId ?? 'parser'}`)
  expect(found).toContain('3 @typescript-eslint/no-floating-promises')
})
