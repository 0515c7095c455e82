// `npm run check`: format, types, lint and the rules, all at once and without Postgres.
import { spawn } from 'node:child_process'

const checks = {
  format: ['oxfmt/bin/oxfmt --check .'],
  lint: ['oxlint/bin/oxlint --deny-warnings .'],
  types: ['next/dist/bin/next typegen', 'typescript-native/bin/tsc --noEmit --checkers 1'],
  rules: ['vitest/vitest.mjs run --project rules'],
}

const results = await Promise.all(Object.entries(checks).map(([name, commands]) => check(name, commands)))
process.exit(results.every(Boolean) ? 0 : 1)

async function check(name, commands) {
  const began = performance.now()
  const said = []
  let isRight = true
  for (const command of commands) isRight &&= await succeeds(command.split(' '), said)
  console.log(`${isRight ? '✓' : '✗'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  if (!isRight) console.log(Buffer.concat(said).toString())
  return isRight
}

function succeeds([tool, ...words], said) {
  const child = spawn(process.execPath, [`node_modules/${tool}`, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
  return new Promise((resolve) =>
    child.on('error', () => resolve(false)).on('exit', (code) => resolve(code === 0)),
  )
}
