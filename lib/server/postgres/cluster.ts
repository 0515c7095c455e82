import { type SpawnOptions, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, canReach } from './account'

/** Where the rows are kept: in the data folder, or, when Postgres' account cannot walk down to it, in one that it can. */
export async function clusterFolder(dataDir: string, account: Account | null): Promise<string> {
  if (canReach(account, dataDir)) return join(dataDir, 'postgres')
  const name = `parvis-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`
  const place = await mkdir(join('/var/lib', name), { recursive: true, mode: 0o711 }).then(
    () => join('/var/lib', name),
    () => join(tmpdir(), name),
  )
  await mkdir(place, { recursive: true, mode: 0o711 })
  await chmod(place, 0o711)
  console.log(
    `Postgres runs as ${account?.name}, who cannot enter ${dataDir}: its rows are kept in ${place}.`,
  )
  return join(place, 'postgres')
}

/** The superuser's password, made with the cluster and kept in the data folder. */
export async function madeCluster(
  binaries: string,
  folder: string,
  dataDir: string,
  account: Account | null,
) {
  const passwordFile = join(dataDir, 'postgres-password')
  const password = await readFile(passwordFile, 'utf8').catch(() => null)
  if (password && existsSync(join(folder, 'PG_VERSION'))) return password
  return makeCluster(binaries, folder, passwordFile, account)
}

/** Made beside its place and moved there when whole: an interrupted first start leaves nothing half made. */
async function makeCluster(binaries: string, folder: string, passwordFile: string, account: Account | null) {
  console.log('Making the database (a few seconds, once) ...')
  const password = randomBytes(24).toString('hex')
  const making = `${folder}.making`
  const pwfile = `${making}.password`
  await rm(making, { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
  await mkdir(making, { mode: 0o700 })
  await writeFile(pwfile, password, { mode: 0o600 })
  if (account) for (const path of [making, pwfile]) await chown(path, account.uid, account.gid)
  try {
    await initdb(binaries, making, pwfile, account, 'C.UTF-8').catch(() =>
      initdb(binaries, making, pwfile, account, 'C'),
    )
  } finally {
    await rm(pwfile, { force: true })
  }
  await writeFile(passwordFile, password, { mode: 0o600 })
  await rename(making, folder)
  return password
}

async function initdb(
  binaries: string,
  folder: string,
  pwfile: string,
  account: Account | null,
  locale: string,
) {
  const said: Buffer[] = []
  const options = [
    '-D',
    folder,
    '-U',
    'postgres',
    `--pwfile=${pwfile}`,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '-k',
  ]
  const words = [
    ...options,
    '--locale-provider=icu',
    '--icu-locale=fr-FR',
    `--locale=${locale}`,
    '--no-instructions',
  ]
  const child = spawn(join(binaries, 'bin/initdb'), words, {
    ...runAs(account),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk))
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve))
  if (code !== 0) throw new Error(`initdb: ${Buffer.concat(said)}`)
}

/** How Postgres is run: as its account, from a folder it can be in, apart from the terminal's signals. */
export function runAs(account: Account | null): SpawnOptions {
  const { uid, gid } = account ?? {}
  return {
    uid,
    gid,
    cwd: '/',
    env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv,
  }
}
