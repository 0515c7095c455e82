import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './cannot-start'

const sources = ['app', 'components', 'lib', 'tenants', 'drizzle/schema', 'public']
const files = ['proxy.ts', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json']
const mark = '.next/built-from'

/** Whether what was built came from these very sources. An image has no sources: it holds what was built. */
export function isBuilt(): boolean {
  if (!existsSync('next.config.ts')) return true
  return existsSync('.next/BUILD_ID') && existsSync(mark) && readFileSync(mark, 'utf8') === digestOfSources()
}

export async function buildNext(told?: AbortSignal): Promise<void> {
  if (isBuilt()) return
  const digest = digestOfSources()
  console.log('Building the pages (about a minute, once) ...')
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: 'inherit',
    signal: told,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  const code = await new Promise((resolve) => child.on('error', () => resolve(1)).on('exit', resolve))
  if (code !== 0) throw new CannotStart('The pages could not be built: the reason is above.')
  writeFileSync(mark, digest)
}

function digestOfSources(): string {
  const digest = createHash('sha256')
  for (const path of [...sources.flatMap(filesBelow), ...files].sort()) {
    if (existsSync(path)) digest.update(`${path}\0`).update(readFileSync(path)).update('\0')
  }
  return digest.digest('hex')
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))
  return paths.filter((path) => statSync(path).isFile())
}
