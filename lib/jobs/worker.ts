import 'server-only'
import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, parseCronItems, run, type Runner, type Task, type TaskList } from 'graphile-worker'
import { findCity, findTenant, listCityIds, refreshRegistry } from '../tenancy/registry'
import { cityStates } from '../tenancy/states/rules'
import { isDue } from './due'
import { crontab, jobs, onceForAll } from './registry'
import type { Job, TaskName } from './rules'
import { sentinel } from './sentinel'

const logger = new Logger(() => (level, message) => {
  if (level === 'error') console.error('jobs', message)
})

/** Does the work that was asked for, here or beside the server, until told to stop. Begins again when Postgres was away. */
export function startWorker(connectionString: string): { close: () => Promise<void> } {
  let running: Runner | null = null
  let isClosing = false

  async function work() {
    while (!isClosing) {
      await once().catch((error: unknown) =>
        console.error('jobs', error instanceof Error ? error.message : error),
      )
      if (!isClosing) await pause(2000, undefined, { ref: false })
    }
  }

  async function once() {
    const events = new EventEmitter()
    const { release } = await sentinel(connectionString, events)
    try {
      running = await run({
        connectionString,
        events,
        logger,
        concurrency: 4,
        pollInterval: 1000,
        noHandleSignals: true,
        taskList: taskList(),
        parsedCronItems: parseCronItems(cronItems()),
      })
      if (isClosing) await running.stop()
      else await running.promise
    } finally {
      running = null
      await release()
    }
  }

  const working = work()
  return {
    close: async () => {
      isClosing = true
      await running?.stop().catch(() => {})
      await Promise.race([working, pause(3000, undefined, { ref: false })])
    },
  }
}

function taskList(): TaskList {
  const tasks = Object.entries<Job>(jobs).map(([name, job]) => [name, inItsCity(name, job)])
  const others = Object.entries(onceForAll).map(([name, { work }]) => [name, () => work(new Date())])
  return { ...Object.fromEntries([...tasks, ...others]), every_city: inEveryCity }
}

type Payload = Record<string, unknown>

/**
 * A city from which no letter may leave keeps them: they are carried once it is open again. What was asked for again
 * before it began comes as one list, all of it one city's.
 */
function inItsCity(name: string, job: Job): Task {
  return async (payload) => {
    const gathered = Array.isArray(payload) ? (payload as Payload[]) : null
    const { tenant: id, ...rest } = gathered
      ? { tenant: gathered[0]?.tenant, gathered }
      : (payload as Payload)
    if (!(await mayBegin(name, String(id)))) {
      await refreshRegistry()
      if (!(await mayBegin(name, String(id)))) return
    }
    const tenant = await findTenant(String(id))
    if (tenant) await job(rest, { tenant, now: new Date() })
  }
}

/** By what is known of the city here: of one that was made or opened a moment ago, that may be too little. */
async function mayBegin(name: string, id: string): Promise<boolean> {
  const city = await findCity(id)
  return city !== null && (!name.startsWith('letters.') || cityStates[city.status].letters)
}

/** A job for each city where there is something to do, rather than one for all: when it fails in one, the others have theirs. */
const inEveryCity: Task = async (payload, { addJob }) => {
  const { task } = payload as { task: TaskName }
  for (const id of await listCityIds())
    if (await isDue({ id }, task, new Date()))
      await addJob(task, { tenant: id }, { jobKey: `${id}:${task}:every_city` })
}

function cronItems() {
  const others = Object.entries(onceForAll).map(([task, { when }]) => ({
    task,
    match: when,
    identifier: task,
  }))
  return [
    ...crontab.map(([match, task]) => ({ task: 'every_city', match, identifier: task, payload: { task } })),
    ...others,
  ]
}
