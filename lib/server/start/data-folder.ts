import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CannotStart } from './cannot-start'
import { isAlive } from '../postgres/leftover'

/** Makes sure the folder is there and can be written to. */
export function openDataFolder(folder: string): void {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK | constants.X_OK)
    writeFileSync(join(folder, '.writable'), '')
    rmSync(join(folder, '.writable'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new CannotStart(`DATA_DIR: ${folder} cannot be written to (${code}).`)
  }
}

/** Step by step: below a folder where none can be made, Node's own recursion never ends. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o711 })
}

/** One process at a time keeps its database here. A lock left by a killed process counts for nothing. */
export function lockDataFolder(folder: string): () => void {
  const file = join(folder, 'lock')
  const mine = `${process.pid} ${startOf(process.pid)}`
  for (const _ of [1, 2]) {
    try {
      writeFileSync(file, mine, { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch {
      const holder = holderOf(folder)
      if (holder)
        throw new CannotStart(
          `DATA_DIR: ${folder} is in use by process ${holder}; stop it, or set another DATA_DIR.`,
        )
      rmSync(file, { force: true })
    }
  }
  throw new CannotStart(`DATA_DIR: ${folder} cannot be locked.`)
}

/** The process that holds the folder, or null. */
export function holderOf(folder: string): number | null {
  const [pid, started] = readText(join(folder, 'lock')).split(' ')
  const number = Number(pid)
  if (!number || number === process.pid || !isAlive(number)) return null
  return startOf(number) === started ? number : null
}

/** The master secret: as given, else made once and kept in the data folder, readable by its owner alone. */
export function masterSecret(folder: string, given: string | undefined): string {
  if (given) return given
  const file = join(folder, 'master-secret')
  const kept = readText(file).trim()
  if (kept) return kept
  const made = randomBytes(32).toString('hex')
  try {
    writeFileSync(file, made, { mode: 0o600, flag: 'wx' })
    return made
  } catch {
    return readText(file).trim()
  }
}

/** Process ids come round again; the moment a process began tells two apart. Linux only, elsewhere the id must do. */
function startOf(pid: number): string {
  const stat = readText(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 'unknown'
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
