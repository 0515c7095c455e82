import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs one ring of tests and says how many passed and failed. A ring that ends without a count has failed. */
export async function runVitest(node, project, variables = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-ring-'))
  const report = join(folder, 'report.json')
  const words = [
    'run',
    '--project',
    project,
    '--reporter',
    'default',
    '--reporter',
    'json',
    '--outputFile.json',
    report,
  ]
  const code = await run(node, ['node_modules/vitest/vitest.mjs', ...words], variables)
  const counted = countOf(report, ({ numPassedTests, numFailedTests, numFailedTestSuites, testResults }) => {
    const broken = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    )
    return {
      passed: numPassedTests,
      failed: numFailedTests + (numFailedTests ? 0 : Math.min(numFailedTestSuites, broken.length)),
    }
  })
  rmSync(folder, { recursive: true, force: true })
  return honest(counted, code)
}

export async function runPlaywright(node, files, variables) {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-ring-'))
  const report = join(folder, 'report.json')
  const words = ['test', '-c', 'tests/support/playwright.config.ts', '--reporter', 'list,json', ...files]
  const code = await run(node, ['node_modules/@playwright/test/cli.js', ...words], {
    ...variables,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
  const counted = countOf(report, ({ stats, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    late: suites.flatMap(passedLate),
  }))
  for (const name of counted.late ?? []) console.log(`passed at the second try: ${name}`)
  rmSync(folder, { recursive: true, force: true })
  return honest(counted, code)
}

const passedLate = ({ suites = [], specs = [] }) => [
  ...specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ file, line, title }) => `${file}:${line} ${title}`),
  ...suites.flatMap(passedLate),
]

export function run(command, words, variables = {}, { timeout } = {}) {
  const child = spawn(command, words, {
    timeout,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...variables },
  })
  return new Promise((resolve) =>
    child.on('error', () => resolve(1)).on('exit', (code) => resolve(code ?? 1)),
  )
}

function countOf(report, read) {
  try {
    return read(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    return { passed: 0, failed: 0 }
  }
}

const honest = ({ passed, failed }, code) => ({ passed, failed: code !== 0 && failed === 0 ? 1 : failed })
