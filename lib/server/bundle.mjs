import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'

/** Makes build/<entry>.mjs of lib/cli/<entry>.ts, or leaves it when no source changed. In an image there is no source. */
export async function bundle(entry) {
  const source = `lib/cli/${entry}.ts`
  const out = `build/${entry}.mjs`
  if (!existsSync(source)) {
    if (existsSync(out)) return resolve(out)
    throw new Error(`There is no command named ${entry}.`)
  }
  if (!isFresh(out)) await write(await import('esbuild'), source, out)
  return resolve(out)
}

/** Every command that is run where there are no sources; those of development stay with them. */
export async function bundleAll() {
  const entries = readdirSync('lib/cli').flatMap((file) => /^(\w+)\.ts$/.exec(file)?.[1] ?? [])
  for (const entry of entries) if (!['bench', 'build', 'dev', 'faults'].includes(entry)) await bundle(entry)
}

/** How the server code is bundled: packages stay outside, as they would be without a bundle. */
export const options = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  packages: 'external',
  sourcemap: 'linked',
  metafile: true,
  logLevel: 'error',
  legalComments: 'none',
  plugins: [{ name: 'addresses', setup: resolveAddresses }],
}

/** `@/` is the root; `server-only` is for Next's bundler alone; Next's packages have no exports map, so Node needs `.js`. */
function resolveAddresses(build) {
  build.onResolve({ filter: /^@\// }, ({ path, resolveDir }) =>
    build.resolve(`./${path.slice(2)}`, {
      kind: 'import-statement',
      resolveDir: process.cwd() || resolveDir,
    }),
  )
  build.onResolve({ filter: /^server-only$/ }, () => ({ path: 'server-only', namespace: 'empty' }))
  build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }))
  build.onResolve({ filter: /^next\/[a-z/-]+$/ }, ({ path }) => ({ path: `${path}.js`, external: true }))
}

async function write(esbuild, source, out) {
  const made = await esbuild.build({ ...options, entryPoints: [source], outfile: out, write: false })
  mkdirSync('build', { recursive: true })
  const inputs = Object.fromEntries(
    Object.keys(made.metafile.inputs)
      .filter(existsSync)
      .map((path) => [path, stampOf(path)]),
  )
  for (const file of made.outputFiles) replace(file.path, file.contents)
  replace(resolve(`${out}.inputs.json`), JSON.stringify(inputs))
}

function isFresh(out) {
  try {
    const inputs = Object.entries(JSON.parse(readFileSync(`${out}.inputs.json`, 'utf8')))
    return existsSync(out) && inputs.every(([path, stamp]) => stampOf(path) === stamp)
  } catch {
    return false
  }
}

function stampOf(path) {
  const { mtimeMs, size } = statSync(join(process.cwd(), path))
  return `${mtimeMs}:${size}`
}

/** Another process may be reading it. */
function replace(path, contents) {
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
}
