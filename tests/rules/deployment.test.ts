import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const { load } = createRequire(import.meta.url)('js-yaml') as { load: (text: string) => unknown }

/** What the compose specification lets a service, its health check and what it waits for be, as far as this file says any of it. */
const words = z.array(z.string())
const duration = z.string().regex(/^(\d+(us|ms|s|m|h))+$/)
const Healthcheck = z.union([
  z.strictObject({ disable: z.literal(true) }),
  z.strictObject({
    test: z.tuple([z.enum(['CMD', 'CMD-SHELL'])], z.string()),
    interval: duration.optional(),
    timeout: duration.optional(),
    start_period: duration.optional(),
    retries: z.number().int().positive().optional(),
  }),
])
const Awaited = z.strictObject({
  condition: z.enum(['service_started', 'service_healthy', 'service_completed_successfully']),
  restart: z.boolean().optional(),
  required: z.boolean().optional(),
})
const Service = z.strictObject({
  image: z.string(),
  build: z.string().optional(),
  command: words.optional(),
  environment: z.record(z.string(), z.string()).optional(),
  restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']),
  read_only: z.boolean().optional(),
  tmpfs: words.optional(),
  cap_drop: words.optional(),
  security_opt: words.optional(),
  volumes: z.array(z.string().regex(/^[a-z]+:\/[\w/]+(:ro)?$/)).optional(),
  ports: z.array(z.string().regex(/^\d+:\d+(\/udp)?$/)).optional(),
  stop_grace_period: duration.optional(),
  network_mode: z.string().optional(),
  depends_on: z.record(z.string(), Awaited).optional(),
  healthcheck: Healthcheck.optional(),
})
const extension = /^x-/
const Compose = z.preprocess(
  (read) => Object.fromEntries(Object.entries(read as object).filter(([key]) => !extension.test(key))),
  z.strictObject({ services: z.record(z.string(), Service), volumes: z.record(z.string(), z.null()) }),
)

describe('compose.yaml', () => {
  const text = readFileSync('compose.yaml', 'utf8')
  const { services, volumes } = Compose.parse(load(text))
  const each = Object.entries(services)

  test('names no service, no volume and no network that is not there, and none that nobody uses', () => {
    const used = each.flatMap(([, { volumes: mounted = [] }]) => mounted.map((one) => one.split(':')[0]!))
    expect([...new Set(used)].sort()).toEqual(Object.keys(volumes).sort())
    const named = each.flatMap(([, { depends_on = {}, network_mode = '' }]) => [
      ...Object.keys(depends_on),
      ...network_mode.replace(/^service:/, '').split(' '),
    ])
    expect(named.filter((name) => name !== '' && !services[name])).toEqual([])
  })

  test('waits for health only where it is looked at', () => {
    for (const [, { depends_on = {} }] of each)
      for (const [name, { condition }] of Object.entries(depends_on))
        if (condition === 'service_healthy') expect(services[name]).toHaveProperty('healthcheck.test')
  })

  test('opens doors on the proxy alone; who lives in its network has none of their own', () => {
    expect(each.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['proxy'])
    for (const [name, { network_mode }] of each.filter(([, { build }]) => build))
      expect([name, network_mode]).toEqual([name, 'service:proxy'])
  })

  test('asks for every secret, and holds none', () => {
    const said = each.flatMap(([, { environment = {} }]) => Object.entries(environment))
    const secret = said.filter(([name]) => /SECRET|PASSWORD|URL$/.test(name))
    expect(secret.length).toBeGreaterThan(3)
    for (const [, value] of secret) expect(value).toMatch(/\$\{\w+:\?[^}]*\}/)
    for (const [, name] of text.matchAll(/\$\{(\w+)/g))
      expect(text).toMatch(new RegExp(`^#.*\`${name}\``, 'm'))
  })

  test('what is built runs as little as it can', () => {
    for (const [, service] of each.filter(([, { build }]) => build))
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        restart: 'unless-stopped',
      })
  })
})

describe('Dockerfile', () => {
  const text = readFileSync('Dockerfile', 'utf8').replaceAll('\\\n', ' ')
  const lines = text.split('\n').filter((line) => line.trim() && !line.startsWith('#'))
  const stages = text.split(/^FROM /m).slice(1)

  test('says nothing that is no instruction', () => {
    const known = /^(FROM|WORKDIR|ENV|COPY|RUN|USER|VOLUME|EXPOSE|STOPSIGNAL|HEALTHCHECK|CMD)\s+\S/
    expect(lines.filter((line) => !known.test(line))).toEqual([])
    for (const [, list] of text.matchAll(/(?:^|\s)CMD (\[.*\])$/gm))
      expect(words.parse(JSON.parse(list!))).not.toEqual([])
  })

  test('begins each stage on an image of a version, and copies from one that there is', () => {
    for (const stage of stages) expect(stage).toMatch(/^[\w./-]+:\d[\w.-]+( AS \w+)?\n/)
    const names = stages.flatMap((stage) => /^\S+ AS (\w+)/.exec(stage)?.[1] ?? [])
    for (const [, from] of text.matchAll(/--from=(\w+)/g)) expect(names).toContain(from)
  })

  test('copies what is in the tree or what its build makes, and leaves at home what is nobody’s', () => {
    const made = ['node_modules', '.next', 'build']
    const copied = [...text.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(([, path]) => path!)
    expect(copied.length).toBeGreaterThan(4)
    const missing = copied.filter((path) => !made.includes(path) && !existsSync(path.replace(/\/\*.*$/, '')))
    expect(missing).toEqual([])
    const left = readFileSync('.dockerignore', 'utf8').split('\n')
    expect(left).toEqual(expect.arrayContaining(['.git', '.data*', 'node_modules', '.next', 'build']))
  })

  test('is looked at, and stopped, as the product is', () => {
    expect(stages.at(-1)).toMatch(/^HEALTHCHECK .*\/readyz/m)
    expect(stages.at(-1)).toMatch(/^STOPSIGNAL SIGTERM$/m)
    expect(stages.at(-1)).not.toMatch(/^USER (root|0)\b/m)
  })
})
