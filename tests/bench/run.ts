import { CannotStart } from '@/lib/server/start/cannot-start'
import type { Figure } from './figures'

type Bench = { default: () => AsyncIterable<Figure> }

/** Each is a file of this folder that says what it measures. */
const benches: Record<string, () => Promise<Bench>> = {
  pages: () => import('./pages'),
  weight: () => import('./weight'),
  create: () => import('./create'),
  publication: () => import('./publication'),
  registry: () => import('./registry'),
  cities: () => import('./cities'),
  list: () => import('./list'),
  find: () => import('./find'),
  map: () => import('./map'),
  desk: () => import('./desk'),
  thread: () => import('./thread'),
  enumeration: () => import('./enumeration'),
  engagements: () => import('./engagements'),
  neighbour: () => import('./neighbour'),
  memory: () => import('./memory'),
  letters: () => import('./letters'),
  supports: () => import('./supports'),
  recurrence: () => import('./recurrence'),
  seats: () => import('./seats'),
  signups: () => import('./signups'),
  calendar: () => import('./calendar'),
  'supports-mixed': () => import('./supports-mixed'),
  export: () => import('./export'),
}

/** Prints one line of JSON for each figure. The exit code is 1 when a check of any of them fails. */
export async function runBench(name: string | undefined): Promise<void> {
  const bench = benches[name ?? '']
  if (!bench)
    throw new CannotStart(
      `npm run bench -- <name>, where the name is one of: ${Object.keys(benches).join(', ')}.`,
    )
  const { default: measure } = await bench()
  for await (const figure of measure()) {
    console.log(JSON.stringify(figure))
    if (Object.values(figure.checks).includes(false)) process.exitCode = 1
  }
}
