import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { roleRefusal } from '@/lib/db/bootstrap'
import { CannotStart } from '@/lib/server/start/cannot-start'
import { readEnvironment } from '@/lib/server/start/environment'

describe('a wrong value is named in one sentence', () => {
  test.each([
    ['PORT', '0', 'PORT must be a whole number between 1 and 65535, not "0".'],
    ['PORT', '65536', 'PORT must be a whole number between 1 and 65535, not "65536".'],
    ['PORT', '80.5', 'PORT must be a whole number between 1 and 65535, not "80.5".'],
    ['PORT', '3000; rm', 'PORT must be a whole number between 1 and 65535, not "3000; rm".'],
    ['DATABASE_URL', 'mysql://a', 'DATABASE_URL must look like postgres://role:password@host:5432/database.'],
    [
      'DATABASE_URL',
      'localhost:5432',
      'DATABASE_URL must look like postgres://role:password@host:5432/database.',
    ],
    [
      'SMTP_URL',
      'mail.ville.fr',
      'SMTP_URL must look like smtp://host:25 or smtps://user:password@host:465.',
    ],
    ['MASTER_SECRET', 'too short', 'MASTER_SECRET must be at least 32 characters long.'],
    ['PUBLIC_SCHEME', 'ftp', 'PUBLIC_SCHEME must be http or https, not "ftp".'],
    ['PUBLIC_PORT', '-1', 'PUBLIC_PORT must be a whole number between 1 and 65535, or empty, not "-1".'],
    ['WORKER', 'yes', 'WORKER must be inside or apart, not "yes".'],
    ['DATABASE_POOL', '1', 'DATABASE_POOL must be a whole number between 2 and 200, not "1".'],
    ['PARVIS_DEMO', 'true', 'PARVIS_DEMO must be 1 or 0, not "true".'],
  ])('%s=%s', (name, value, sentence) => {
    const reading = () => readEnvironment({ [name]: value })
    expect(reading).toThrow(CannotStart)
    expect(reading).toThrow(sentence)
  })

  test('and no secret is repeated', () => {
    expect(() => readEnvironment({ DATABASE_URL: 'mysql://ines:motdepasse@h' })).toThrow(/^(?!.*motdepasse)/)
  })
})

test('nothing needs to be said for the demo', () => {
  const environment = readEnvironment({})
  expect(environment).toMatchObject({ PORT: 3000, WORKER: 'inside', demo: true })
  expect(environment.DATA_DIR).toMatch(/\.data$/)
})

test('behind https there is no demo unless it is asked for', () => {
  expect(readEnvironment({ PUBLIC_SCHEME: 'https', SMTP_URL: 'smtp://mail' }).demo).toBe(false)
  expect(readEnvironment({ PUBLIC_SCHEME: 'https', PARVIS_DEMO: '1' }).demo).toBe(true)
  expect(() => readEnvironment({ PUBLIC_SCHEME: 'https' })).toThrow('SMTP_URL is missing')
})

test('what compose.yaml says is understood, and only its proxy reaches the product', () => {
  const compose = readFileSync('compose.yaml', 'utf8')
  const [, said = ''] = /^x-environment: &environment\n((?: {2}.+\n)+)/m.exec(compose) ?? []
  const given = {
    SMTP_URL: 'smtp://mail',
    OPERATOR_HOST: 'parvis.example.org',
    MASTER_SECRET: 'm'.repeat(32),
  }
  const variables = [...said.matchAll(/^ {2}(\w+): (.*)$/gm)].map(([, name, value]) => {
    const filled = value!.replace(
      /\$\{(\w+):\?[^}]*\}/g,
      (_, from) => given[from as keyof typeof given] ?? 'x',
    )
    return [name!, filled.replace(/^'(.*)'$/, '$1')] as const
  })
  const environment = readEnvironment(Object.fromEntries(variables))
  expect(environment).toMatchObject({ HOST: '127.0.0.1', BEHIND_PROXY: '1', PUBLIC_PORT: '', demo: false })
  expect(Object.keys(environment)).toEqual(expect.arrayContaining(variables.map(([name]) => name)))
  expect(compose).toContain(`ask http://127.0.0.1:${environment.PORT}/internal/tls-allowed`)
  expect(compose).toContain(`reverse_proxy 127.0.0.1:${environment.PORT}\n`)
})

describe('the role that owns the tables', () => {
  const role = {
    name: 'ville',
    super: false,
    bypass: false,
    createrole: true,
    version: 180_000,
    database: 'parvis',
  }

  test.each([
    [{ version: 149_999 }, 'DATABASE_URL leads to Postgres 14: 15 or later is needed.'],
    [{ bypass: true }, 'DATABASE_URL: the role ville has BYPASSRLS and must not have it.'],
    [{ createrole: false }, 'DATABASE_URL: the role ville needs CREATEROLE and lacks it.'],
    [{ version: 150_000 }, null],
    [{ super: true, bypass: true }, null],
  ])('%o', (change, sentence) => {
    expect(roleRefusal({ ...role, ...change })).toBe(sentence)
  })
})
