import ts from 'typescript'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { messagesFor } from '@/lib/i18n/messages'
import { readField } from '@/lib/tenancy/drafts/fields/input'
import { fieldOf } from '@/lib/tenancy/drafts/fields/rules'
import { locales, Tenant } from '@/tenants/tenant'
import { settingAt, settings } from '@/tenants/settings'
import { sentencesOf } from '../support/sentences'
import { sources } from '../support/sources'

const keys = settings.map(({ key }) => key)

test('the registry names every setting of the schema, once, and nothing else', () => {
  expect(new Set(keys).size).toBe(keys.length)
  expect(pathsOf(Tenant).sort()).toEqual([...keys].sort())
})

test('a path inside a setting leads to it', () => {
  expect(settingAt('ideas.threshold.value')?.key).toBe('ideas.threshold')
  expect(settingAt('themes.sport.name')?.key).toBe('themes')
  expect(settingAt('ideas')).toBeUndefined()
  expect(settingAt('ideas.nothing')).toBeUndefined()
})

test.each(locales)('every setting has its label and its help in %s', (locale) => {
  const said = new Set(sentencesOf(messagesFor(locale)).map(([key]) => key))
  const unsaid = keys.flatMap((key) =>
    ['label', 'help'].map((part) => `settings.keys.${key}.${part}`).filter((name) => !said.has(name)),
  )
  expect(unsaid).toEqual([])
})

test('a form says the city’s number and those of the districts that have one', () => {
  const field = fieldOf(settingAt('ideas.threshold')!)
  const read = (one: string) => {
    const numbers = { 'ideas.threshold.districts.1': one, 'ideas.threshold.districts.2': ' ' }
    const sent = { 'ideas.threshold.mode': 'districts', 'ideas.threshold.value': '1 500', ...numbers }
    return readField({ field, sent, locales: ['fr'] })
  }
  expect(read('200')).toEqual({ value: { mode: 'districts', value: 1500, districts: { '1': 200 } } })
  expect(read('beaucoup')).toEqual({ error: 'number', at: 'ideas.threshold.districts.1' })
})

test('every setting is read by something', () => {
  const read = new Set(readers().flatMap(({ path, text }) => namesReadIn(path, text)))
  expect(keys.filter((key) => !isRead(key, read))).toEqual([])
})

/** Where settings do something: not where they are only kept, compared or shown to be changed. */
function readers() {
  const keeping =
    /^tenants\/|^lib\/tenancy\/(demo|versions\/(?!commands)|drafts\/(?!rules))|^lib\/cli\/|^components\/administration\//
  return sources.filter(({ path }) => !keeping.test(path))
}

/** `contact.email` is read as such; a name no other thing has may also come alone, as `moderationWorkingDays` does. */
function isRead(key: string, read: Set<string>): boolean {
  const [name = '', parent] = key.split('.').reverse()
  return (
    read.has(parent ? `${parent}.${name}` : `tenant.${name}`) ||
    read.has(`${parent}.*`) ||
    (isOwnName(name) && read.has(name))
  )
}

const isOwnName = (name: string) => /[a-z][A-Z]/.test(name) || name.length > 6

/** What a file takes out of something: `a.b`, `{ b }` of a, and every name alone. */
function namesReadIn(path: string, text: string): string[] {
  const names: string[] = []
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true))
  return names

  function visit(node: ts.Node) {
    if (ts.isPropertyAccessExpression(node)) note(lastOf(node.expression), node.name.text)
    if (ts.isElementAccessExpression(node)) note(lastOf(node.expression), '*')
    if (ts.isObjectBindingPattern(node)) {
      for (const element of node.elements)
        note(ownerOf(node), (element.propertyName ?? element.name).getText())
    }
    ts.forEachChild(node, visit)
  }

  function note(owner: string | undefined, name: string) {
    names.push(name)
    if (owner) names.push(`${owner}.${name}`)
  }
}

function lastOf(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node)) return node.text
  return ts.isPropertyAccessExpression(node) ? node.name.text : undefined
}

/** What a pattern is taken from: its value, its type, or the name it is nested under. */
function ownerOf({ parent }: ts.ObjectBindingPattern): string | undefined {
  if (ts.isBindingElement(parent)) return parent.propertyName?.getText()
  if (ts.isVariableDeclaration(parent) && parent.initializer) return lastOf(parent.initializer)
  const type = 'type' in parent && parent.type ? parent.type.getText() : ''
  return /\bTheme\b/.test(type) ? 'theme' : /\bTenant\b/.test(type) ? 'tenant' : undefined
}

/** Every path that the schema knows, down to what the registry holds to be one setting. */
function pathsOf(schema: z.ZodType, at = ''): string[] {
  if (at && keys.includes(at)) return [at]
  const inner = unwrapped(schema)
  if (!(inner instanceof z.ZodObject)) return [at]
  return Object.entries(inner.shape).flatMap(([name, part]) =>
    pathsOf(part as z.ZodType, at ? `${at}.${name}` : name),
  )
}

function unwrapped(schema: z.ZodType): z.ZodType {
  const { innerType, out } = schema.def as { innerType?: z.ZodType; out?: z.ZodType }
  const inner = innerType ?? out
  return inner ? unwrapped(inner) : schema
}
