// `npm run check`: format, types, lint and the rules, all at once and without Postgres.
import { spawn } from 'node:child_process'

const checks = {
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
  types: ['tsc', '--noEmit'],
  lint: ['eslint', '--cache', '--cache-location', 'build/eslint', '--max-warnings', '0', '.'],
  rules: ['vitest', 'run', '--project', 'rules', '--reporter', 'dot'],
}

const results = await Promise.all(
  Object.entries(checks).map(([name, [tool, ...words]]) => run(name, tool, words)),
)
process.exit(results.every(Boolean) ? 0 : 1)

function run(name, tool, words) {
  const began = performance.now()
  const child = spawn('npx', ['--no-install', tool, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
      if (code !== 0) console.log(Buffer.concat(said).toString())
      resolve(code === 0)
    })
  })
}
