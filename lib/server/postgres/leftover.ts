import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from '../start/cannot-start'

/** Postgres outlives a Node that was killed. Whoever holds the data folder now stops it before starting anew. */
export async function stopLeftover(folder: string): Promise<void> {
  const pidFile = join(folder, 'postmaster.pid')
  const [first] = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n')
  if (!first) return
  const pid = Number(first)
  if (!(await isPostgresOf(pid, folder))) return rm(pidFile, { force: true })
  console.log('Stopping the database that an earlier run left behind ...')
  await stopPostgres(pid)
  if (isAlive(pid))
    throw new CannotStart(`Another Postgres (process ${pid}) holds ${folder} and does not stop.`)
}

/**
 * First as soon as nobody is connected any more, then whoever is; at once if that takes too long. None of them loses
 * anything.
 */
export async function stopPostgres(pid: number, patience = 5000): Promise<void> {
  for (const [signal, wait] of [
    ['SIGTERM', 1000],
    ['SIGINT', patience],
    ['SIGQUIT', 2000],
    ['SIGKILL', 1000],
  ] as const) {
    if (!isAlive(pid)) return
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    for (let waited = 0; waited < wait && isAlive(pid); waited += 20) await pause(20)
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A number in an old file may be another process by now, above all in a container. */
async function isPostgresOf(pid: number, folder: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (!existsSync('/proc/self/cmdline')) return true
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return command.includes('postgres') && command.includes(folder)
}
