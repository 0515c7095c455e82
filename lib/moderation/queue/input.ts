import {
  type DeskRefusal,
  deskRefusals,
  type TaskKind,
  taskKinds,
  type TaskState,
  taskStates,
} from '../rules'

export type QueueFilters = {
  words: string
  kind: TaskKind | null
  state: TaskState | null
  district: string | null
  theme: string | null
  mine: boolean
  late: boolean
}
export type Cursor = { dueAt: Date; id: string }

type Query = Record<string, string | string[] | undefined>
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What of the queue is asked for, by an address; what cannot be read is as if it had not been said. */
export function readQueue(query: Query): { filters: QueueFilters; after: Cursor | null } {
  const said = (name: string) => (typeof query[name] === 'string' ? query[name].trim() : '')
  const filters = {
    words: said('q').slice(0, 80),
    kind: taskKinds.find((kind) => kind === said('type')) ?? null,
    state: taskStates.find((state) => state === said('etat')) ?? null,
    district: said('quartier').slice(0, 60) || null,
    theme: said('theme').slice(0, 60) || null,
    mine: said('miens') === '1',
    late: said('retard') === '1',
  }
  return { filters, after: readCursor(said('apres')) }
}

export function queueQuery(filters: QueueFilters, after: Cursor | null = null): string {
  const words = {
    q: filters.words,
    type: filters.kind ?? '',
    etat: filters.state ?? '',
    quartier: filters.district ?? '',
    theme: filters.theme ?? '',
    miens: filters.mine ? '1' : '',
    retard: filters.late ? '1' : '',
    apres: after ? `${after.dueAt.getTime()}_${after.id}` : '',
  }
  const query = new URLSearchParams(Object.entries(words).filter(([, value]) => value !== ''))
  return query.size > 0 ? `?${query}` : ''
}

function readCursor(said: string): Cursor | null {
  const [time = '', id = ''] = said.split('_')
  const dueAt = new Date(/^\d{1,14}$/.test(time) ? Number(time) : NaN)
  return uuid.test(id) && !Number.isNaN(dueAt.getTime()) ? { dueAt, id } : null
}

/** How many of those that were asked for stay as they are, by why. */
export type Left = Partial<Record<DeskRefusal, number>>

export function leftQuery(left: Left): string {
  const said = Object.entries(left).map(([why, count]) => `${why}.${count}`)
  return said.length > 0 ? `&laisses=${said.join('-')}` : ''
}

export function readLeft({ laisses }: Query): Left {
  const said = typeof laisses === 'string' ? laisses.split('-').map((one) => one.split('.')) : []
  const counts = deskRefusals.flatMap((why) => {
    const [, count = ''] = said.find(([code]) => code === why) ?? []
    return /^[1-9]\d?$/.test(count) ? [[why, Number(count)]] : []
  })
  return Object.fromEntries(counts)
}
