import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export type Account = { uid: number; gid: number; name: string }

/** Postgres refuses to run as root: then it runs as `postgres`, else `nobody`. Null: as whoever we are. */
export function postgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const [name, , uid, gid] =
    lines.find(([one]) => one === 'postgres') ?? lines.find(([one]) => one === 'nobody') ?? []
  if (!name) throw new Error('neither postgres nor nobody in /etc/passwd')
  return { name, uid: Number(uid), gid: Number(gid) }
}

/** Whether this account can walk down to a folder: a clone in root's home is closed to everyone else. */
export function canReach(account: Account | null, folder: string): boolean {
  if (!account) return true
  const { mode, uid, gid } = statSync(folder)
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  return (mode & bit) !== 0 && (dirname(folder) === folder || canReach(account, dirname(folder)))
}
