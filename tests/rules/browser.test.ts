import { expect, test } from 'vitest'
import { sources } from '../support/sources'

/** A browser gets what such a file imports, and what that imports, up to what is only called there (a server action). */
test('nothing that stays on the server goes to a browser', () => {
  const fileOf = new Map(sources.map((source) => [source.path.replace(/\.tsx?$/, ''), source]))
  const reached = new Map<string, string>()
  const waiting = sources.filter(({ text }) => text.startsWith("'use client'")).map(({ path }) => path)
  for (const path of waiting) reached.set(path, path)
  for (const path of waiting)
    for (const name of fileOf.get(path.replace(/\.tsx?$/, ''))?.imports ?? []) {
      const next = fileOf.get(name)
      if (!next || reached.has(next.path) || next.text.startsWith("'use server'")) continue
      reached.set(next.path, path)
      waiting.push(next.path)
    }
  const kept = [...reached].filter(([path]) =>
    fileOf.get(path.replace(/\.tsx?$/, ''))?.imports.includes('server-only'),
  )
  expect(kept.map(([path, from]) => `${from} brings ${path}`)).toEqual([])
})
