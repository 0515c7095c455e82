// `npm run check`: format, types, lint and the rules, all at once and without Postgres.
import { spawn } from 'node:child_process'

const checks = {
  format: ['prettier --check --log-level warn .'],
  types: ['next typegen', 'tsc --noEmit'],
  lint: ['eslint --cache --cache-location build/eslint --max-warnings 0 .'],
  rules: ['vitest run --project rules --reporter dot'],
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
  const child = spawn('npx', ['--no-install', tool, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
  return new Promise((resolve) =>
    child.on('error', () => resolve(false)).on('exit', (code) => resolve(code === 0)),
  )
}
