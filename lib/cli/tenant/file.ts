import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { Tenant } from '../../../tenants/tenant'
import { CannotStart } from '../../server/start/cannot-start'

/** The settings a file proposes: the one given, or the one that ships with the product. */
export function readSettings(city: string, file: string | undefined, shipped: readonly Tenant[]): Tenant {
  const settings = file ? parsed(file) : shipped.find(({ id }) => id === city)
  if (!settings) throw new CannotStart(`No file ships with the product for ${city}: give one with --file.`)
  if (settings.id !== city) throw new CannotStart(`The file is about ${settings.id}, not about ${city}.`)
  return settings
}

function parsed(file: string): Tenant {
  const read = Tenant.safeParse(jsonOf(file))
  if (read.success) return read.data
  const problems = read.error.issues.map(
    ({ path, message }) => `  ${path.join('.') || 'the whole'}: ${message}`,
  )
  throw new CannotStart(`${file} cannot be published:\n${problems.join('\n')}`)
}

function jsonOf(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new CannotStart(`${file} cannot be read.`)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CannotStart(`${file} is not JSON: ${error instanceof Error ? error.message : error}`)
  }
}

/** The commit the file is in, when it is in one as it stands; else whoever runs the command. */
export function authorOf(city: string, file: string | undefined): string {
  const path = file ?? `tenants/${city}`
  const changed = git('status', '--porcelain', '--', path)
  const tracked = git('ls-files', '--', path)
  const commit = git('rev-parse', '--short=12', 'HEAD')
  return changed === '' && tracked && commit ? `git:${commit}` : `user:${userInfo().username}`
}

function git(...words: string[]): string | null {
  try {
    return execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return null
  }
}
