import { grantedRoles } from '@/lib/people/rules'
import { routesAsked } from './routes-asked'
import { sources } from './sources'

/** Everyone who may ask, in the order of the table's columns. The last works for another city. */
export const askers = ['nobody', 'citizen', ...grantedRoles, 'stranger'] as const
export type Asker = (typeof askers)[number]

/** Every address the product answers by reading, from the tree of app/ and from the server around it. */
export function everyRoute(): string[] {
  const pages = sources
    .filter(({ path }) => /^app\/.*\/page\.tsx$/.test(path))
    .map(({ path }) => path.replace(/^app\/\[tenant\]\/\[locale\]/, '').replace(/\/page\.tsx$/, ''))
  const handlers = sources
    .filter(({ path }) => /^app\/.*\/route\.ts$/.test(path))
    .flatMap(({ path, text }) => {
      const address = path.replace(/^app(\/\[tenant\]\/\[locale\])?/, '').replace(/\/route\.ts$/, '')
      const methods = [...text.matchAll(/^export (?:async function|const) (GET|POST|PUT|PATCH|DELETE)\b/gm)]
      const aliased = [...text.matchAll(/^export \{[^}]*\bas (GET|POST)\b/gm)]
      return [...methods, ...aliased].map(([, method]) =>
        method === 'GET' ? address : `${method} ${address}`,
      )
    })
  const own = sources
    .filter(({ path }) => path.startsWith('lib/server/front/'))
    .flatMap(({ text }) =>
      [...text.matchAll(/methods: \[([^\]]+)\],\s*path: \/\^(.+?)\$\//g)].flatMap(([, methods, path]) =>
        [...methods!.matchAll(/'(\w+)'/g)]
          .map(([, method]) => method!)
          .filter((method) => method !== 'HEAD')
          .map((method) => `${method === 'GET' ? '' : `${method} `}${plain(path!)}`),
      ),
    )
  return [...new Set([...pages, ...handlers, ...own])].filter((route) => !isOfTheOperator(route)).sort()
}

/** The operator's console is on a host of its own, where no city is. */
const isOfTheOperator = (route: string) => /(^|\s|^app)\/operator(\/|$)/.test(route)
const plain = (pattern: string) =>
  pattern.replaceAll('\\/', '/').replaceAll('\\.', '.').replaceAll('[^/]+', '[id]')

/** An address in Belleville's way: both platforms on one host, and a name in place of each parameter. */
export function addressed(route: string, values: Record<string, string> = {}): string {
  const path = route
    .replace(/^\/\[platform\]/, '/decider')
    .replace(/^\/ville$/, '/')
    .replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => values[name] ?? 'x')
  return path || '/'
}

export const expected = (route: string): Record<Asker, string> | null => {
  const line = routesAsked[route]
  if (!line) return null
  const cells = line.trim().split(/\s+/)
  return Object.fromEntries(askers.map((asker, at) => [asker, cells[at] ?? cells.at(-1)!])) as Record<
    Asker,
    string
  >
}
