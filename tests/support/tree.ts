import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { aFolder, root } from './product'

const left = /^(\.git|\.data.*|test-results)$/

/** The tree under test once more, below a folder that only its owner can enter. Files are shared with it, not copied. */
export async function aCloneIn(parentMode: number): Promise<string> {
  const clone = join(await aFolder(parentMode), 'clone')
  mkdirSync(clone)
  for (const name of readdirSync(root)) if (!left.test(name)) link(join(root, name), join(clone, name))
  const list = 'node_modules/.package-lock.json'
  rmSync(join(clone, list))
  copyFileSync(join(root, list), join(clone, list))
  return clone
}

type Image = { folder: string; command: string[] }

/** The folder that the last stage of the Dockerfile holds, made by the Dockerfile's own lines from a tree that is built. */
export async function anImage(): Promise<Image> {
  const built = await aCloneIn(0o755)
  const [building = '', last = ''] = readFileSync('Dockerfile', 'utf8')
    .split(/^FROM /m)
    .slice(1)
  const runs = [...building.matchAll(/^RUN (.+)$/gm)].map(([, line]) => line!)
  const after = runs.slice(runs.indexOf('npm run build') + 1)
  for (const line of after) execFileSync('sh', ['-c', line], { cwd: built, stdio: 'pipe' })

  const folder = join(await aFolder(), 'app')
  mkdirSync(folder)
  for (const [, from, to] of last.matchAll(/^COPY --from=build \/app\/(\S+) (\S+)$/gm)) {
    const target = join(folder, to!)
    if (to!.endsWith('/')) mkdirSync(target, { recursive: true })
    execFileSync('sh', ['-c', `cp -al ${join(built, from!)} ${target}`])
  }
  const command = JSON.parse(/^CMD (\[.+\])$/m.exec(last)![1]!) as string[]
  return { folder, command: command.slice(1) }
}

function link(from: string, to: string): void {
  execFileSync('cp', ['-al', from, to])
}
