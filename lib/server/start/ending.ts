import { closeDatabase } from '../../db'
import { closeOperatorDoor } from '../../db/operator'
import { closeCounting } from '../../db/counting'
import type { RunningDatabase } from './database'
import type { Door } from './listening'

/** What is open so far; filled in as the process starts. */
export type Opened = {
  door?: Door
  worker?: { close: () => Promise<void> }
  demo?: { close: () => unknown }
  hearing?: { stop: () => Promise<void> }
  next?: { close: () => Promise<void> }
  database?: Promise<RunningDatabase>
}

const longest = 9500
const sameSignal = 400

/**
 * Ends the process within ten seconds of being told to: what is under way is finished first. A second signal hurries.
 * That the process which started this one is gone counts as being told.
 */
export function endOnSignal(opened: Opened): AbortSignal {
  const told = new AbortController()
  let toldAt = 0
  let isHurried = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(signal, hear)
  return told.signal

  /** One keystroke may arrive several times: from the terminal and from every process in between. */
  function hear() {
    if (told.signal.aborted) {
      isHurried ||= performance.now() - toldAt > sameSignal
      return
    }
    toldAt = performance.now()
    setTimeout(() => process.exit(1), longest).unref()
    told.abort()
    closeAll(opened, () => isHurried).then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
}

/** The door first, so that nothing new comes in; Postgres last, when nobody needs it any more. */
export async function closeAll(opened: Opened, isHurried: () => boolean): Promise<void> {
  await opened.door?.close(isHurried)
  await opened.worker?.close()
  await opened.demo?.close()
  await opened.hearing?.stop()
  await opened.next?.close()
  await closeCounting()
  await Promise.all([closeDatabase(), closeOperatorDoor()])
  const database = await opened.database?.catch(() => null)
  await database?.close(isHurried() ? 500 : 1500)
}
