import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { shippedCities } from '@/tenants/shipped'
import { sources, testSources } from '../support/sources'

const inHouse = /^(app|components|drizzle|lib|tenants)(\/|$)/
const isPackage = (name: string) => !inHouse.test(name)

/** Values in, values out: these may stand on each other, and a rule on any of them. */
const pure =
  /\/(rules|input)$|^lib\/(outcome|text|form-state|auth\/safe-path|mail\/address|db\/counting-row|theme\/\w+)$|^tenants\//
const isPure = (name: string) =>
  pure.test(name) || /^(zod|temporal-polyfill|rrule-temporal|culori|node:crypto)$/.test(name)

/** Who may not import what, and why: the arrows tenants → rules → schema → queries, commands → actions → components → app. */
const arrows: [who: RegExp, mayNot: (imported: string) => boolean, why: string][] = [
  [/^tenants\//, (name) => !/^(zod$|tenants\/)/.test(name), 'a city is data'],
  [/^lib\/.*\/(rules|input)\.ts$/, (name) => !isPure(name), 'rules know nothing but rules'],
  [
    /^drizzle\/schema\//,
    (name) => !/^drizzle-orm|^tenants\/|\/rules$|^drizzle\/schema\//.test(name),
    'tables know the rules and nothing above',
  ],
  [
    /^lib\/.*\/(queries|commands|jobs)\.ts$/,
    (name) =>
      /^(next|react)($|\/)|^(app|components)\/|\/actions$|current-(site|person)$|^lib\/(server|cli)\//.test(
        name,
      ),
    'what reads and writes is told who and where',
  ],
  [
    /^lib\/.*\/actions\.ts$/,
    (name) => /^(app|components|drizzle)\/|^lib\/db$/.test(name),
    'an action takes a form to a command',
  ],
  [/^lib\//, (name) => /^(app|components)\//.test(name), 'nothing below a page knows the page'],
  [
    /^components\//,
    (name) =>
      /^lib\/db($|\/)|\/(queries|commands|jobs)$|^drizzle(-orm)?($|\/)|^app\/|^lib\/(server|cli)\//.test(
        name,
      ),
    'components are handed what they show',
  ],
  [
    /^app\/(?!api\/)/,
    (name) => /^lib\/db($|\/)|\/commands$|^drizzle(-orm)?($|\/)|^lib\/cli\//.test(name),
    'pages read by queries, write by actions',
  ],
  [
    /^lib\/(?!server\/|cli\/)/,
    (name) => /^lib\/(server|cli)\/(?!start\/cannot-start)/.test(name),
    'the server is around the product, not in it',
  ],
]

describe.each(arrows)('%s', (who, mayNot, why) => {
  test(why, () => {
    const trespasses = sources
      .filter(({ path }) => who.test(path))
      .flatMap(({ path, imports }) => imports.filter(mayNot).map((name) => `${path} → ${name}`))
    expect(trespasses).toEqual([])
  })
})

test('no file excuses itself from the check', () => {
  const excused = [...sources, ...testSources].filter(({ text }) =>
    /lint-(?=disable)|@ts-(?=expect|ignore|nocheck)/.test(text),
  )
  expect(excused.map(({ path }) => path)).toEqual([])
})

/** The door; the desk where supports are counted; whole cities; and the tools of the tables' owner. */
const doors = ['index', 'counting', 'whole-city', 'administration', 'operator'].map(
  (name) => `lib/db/${name}.ts`,
)

test('nothing else opens the database', () => {
  const openers = sources
    .filter(({ text }) => /[^.\w]postgres(<[^>]*>)?\(/.test(text))
    .map(({ path }) => path)
  expect(openers.sort()).toEqual([...doors, 'lib/jobs/sentinel.ts', 'lib/tenancy/freshness.ts'].sort())
})

test('the pages and what they call never hold the address of the owner', () => {
  const holders = sources.filter(({ text }) => text.includes('OWNER_DATABASE_URL')).map(({ path }) => path)
  expect(holders.filter((path) => !/^lib\/(server|cli)\//.test(path))).toEqual([])
})

test('every server action says who may call it', () => {
  const actions = sources.filter(({ text }) => /^'use server'/m.test(text))
  const exported = actions.flatMap(({ path, text }) =>
    (text.match(/^export .*/gm) ?? []).map((line) => `${path}: ${line}`),
  )
  const unsaid = exported.filter(
    (line) =>
      !/: export const \w+ = (visitor|citizen|staff|moderator|instructor|signatory|dpo|auditor|areaAdmin|admin|owner|operator|door)Action\(/.test(
        line,
      ),
  )
  expect(unsaid.filter((line) => !/: export type /.test(line))).toEqual([])
  expect(actions.filter(({ path }) => !/^lib\/.*\/actions\.ts$/.test(path)).map(({ path }) => path)).toEqual(
    [],
  )
  expect(exported.length).toBeGreaterThan(0)
})

test('rules, queries and commands are told the time', () => {
  const timed = sources.filter(({ path }) => /\/(rules|commands|queries)\.ts$/.test(path))
  const clocks = timed.filter(({ text }) => /new Date\(\)|Date\.now\(|Temporal\.Now/.test(text))
  expect(clocks.map(({ path }) => path)).toEqual([])
})

test('no city is named outside tenants/', () => {
  const names = new RegExp(`\\b(${shippedCities.map(({ id }) => id).join('|')})\\b`, 'i')
  const naming = sources.filter(({ path, text }) => !path.startsWith('tenants/') && names.test(text))
  expect(
    naming.map(({ path, text }) => `${path}: ${text.split('\n').find((line) => names.test(line))}`),
  ).toEqual([])
})

test('a city has no function', () => {
  const cities = sources.filter(({ path }) => /^tenants\/[^/]+\//.test(path))
  const acting = cities.filter(({ path, text }) => functionsIn(path, text).length > 0)
  expect(cities.length).toBeGreaterThan(0)
  expect(acting.map(({ path }) => path)).toEqual([])
})

test('files are named for what they hold', () => {
  const vague = /\/(utils?|helpers?|types|services?|common|misc|constants)(\.tsx?|\/)/
  const index = /\/index\.tsx?$/
  const mayBeIndex = /^(tenants\/[^/]+|lib\/db|drizzle\/schema)\/index\.ts$/
  const wrong = sources.filter(({ path }) => vague.test(path) || (index.test(path) && !mayBeIndex.test(path)))
  expect(wrong.map(({ path }) => path)).toEqual([])
})

test('no file is over 200 lines, tests included, no function over 40, no component over 80', () => {
  const long = [...sources, ...testSources]
    .filter(({ text }) => text.split('\n').length > 201)
    .map(({ path }) => path)
  const longFunctions = sources.flatMap(({ path, text }) =>
    functionsIn(path, text)
      .filter(({ lines, isComponent }) => lines > (isComponent ? 80 : 40))
      .map(({ name, lines }) => `${path} ${name}: ${lines} lines`),
  )
  expect([...long, ...longFunctions]).toEqual([])
})

test('an import within the house is written one way', () => {
  const foreign = sources.filter(
    ({ path, text }) => /^(lib|drizzle|tenants)\//.test(path) && /from '@\//.test(text),
  )
  expect(foreign.map(({ path }) => path)).toEqual([])
})

function functionsIn(path: string, text: string) {
  const found: { name: string; lines: number; isComponent: boolean }[] = []
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  visit(file)
  return found

  function visit(node: ts.Node) {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined)
      const name = named?.getText(file) ?? '(unnamed)'
      const lines = linesOf(node) - linesWithin(node)
      found.push({ name, lines, isComponent: path.endsWith('.tsx') && /^[A-Z]/.test(name) })
    }
    ts.forEachChild(node, visit)
  }

  function linesOf(node: ts.Node): number {
    const [from, to] = [node.getStart(file), node.end].map(
      (at) => file.getLineAndCharacterOfPosition(at).line,
    )
    return to! - from! + 1
  }

  /** A function that is written inside another is counted by itself. */
  function linesWithin(node: ts.Node): number {
    let lines = 0
    ts.forEachChild(node, function below(child) {
      if (ts.isFunctionLike(child) && 'body' in child && child.body && ts.isBlock(child.body as ts.Node))
        lines += linesOf(child)
      else ts.forEachChild(child, below)
    })
    return lines
  }
}

test('the arrows are read from real imports', () => {
  expect(sources.some(({ imports }) => imports.some(isPackage))).toBe(true)
  expect(sources.some(({ imports }) => imports.some((name) => name === 'lib/db'))).toBe(true)
})
