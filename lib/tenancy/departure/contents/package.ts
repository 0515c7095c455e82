import { z } from 'zod'
import { done, type Outcome, refused } from '../../../outcome'
import { Manifest } from '../input'
import { isFileName, type Part } from '../rules'
import { openTar, type TarReader } from '../tar/queries'
import { measured, unzipped } from './lines'
import { keyFrom, unsealed } from './sealing'

export type PackageRefusal = 'not_a_package' | 'passphrase_wrong' | 'not_in_package' | 'damaged'

export type Package = {
  manifest: Manifest
  parts: readonly Part[]
  /** The plain bytes of an entry, proved to be those the manifest names. */
  rows: (one: Manifest['tables'][number]) => AsyncIterable<Uint8Array>
  file: (one: Manifest['files'][number]) => AsyncIterable<Uint8Array>
  keys: () => Promise<Record<string, string>>
  close: () => Promise<void>
}

/** Something in the package is not what its manifest says. */
export class Damaged extends Error {}

/** Opens what a city left with: the plain part, and each sealed one whose passphrase is given. */
export async function openPackage(
  path: string,
  passphrases: Partial<Record<Part, string | undefined>>,
): Promise<Outcome<Package, PackageRefusal>> {
  const tar = await openTar(path).catch(() => null)
  if (!tar) return refused('not_a_package')
  const opened = await readPackage(tar, passphrases).catch(() => refused('not_a_package'))
  if (!opened.ok) await tar.close()
  return opened
}

async function readPackage(
  tar: TarReader,
  passphrases: Partial<Record<Part, string | undefined>>,
): Promise<Outcome<Package, PackageRefusal>> {
  const manifest = Manifest.parse(JSON.parse(await textOf(tar.read('manifest.json'))))
  const keys = new Map<Part, Buffer>()
  for (const part of ['people', 'voices'] as const) {
    const [passphrase, salt] = [passphrases[part], manifest.salts[part]]
    if (!passphrase) continue
    if (!salt) return refused('not_in_package')
    keys.set(part, keyFrom(passphrase, salt))
    if (!(await opens(tar, manifest, part, keys.get(part)!))) return refused('passphrase_wrong')
  }
  const plain = (part: Part, entry: string) => {
    const key = keys.get(part)
    return key ? unsealed(key, entry, tar.read(entry)) : tar.read(entry)
  }
  return done({
    manifest,
    parts: ['city', ...keys.keys()],
    rows: (one) => proved(one, unzipped(plain(one.part, one.entry))),
    file: (one) => proved(one, plain(one.part, one.entry)),
    keys: async () =>
      keys.has('people')
        ? z
            .record(z.string(), z.string())
            .parse(JSON.parse(await textOf(plain('people', 'people/keys.json'))))
        : {},
    close: tar.close,
  })
}

/** The smallest entry of the part says whether the words are the right ones. */
async function opens(tar: TarReader, manifest: Manifest, part: Part, key: Buffer): Promise<boolean> {
  const own = manifest.tables.filter((one) => one.part === part)
  const smallest = own.sort((one, other) => one.bytes - other.bytes)[0]
  if (!smallest) return true
  const bytes = unsealed(key, smallest.entry, tar.read(smallest.entry))
  return textOf(bytes).then(
    () => true,
    () => false,
  )
}

async function* proved(
  said: { entry: string; bytes: number; sha256: string },
  bytes: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  const { through, measure } = measured(bytes)
  try {
    yield* through
  } catch {
    throw new Damaged(said.entry)
  }
  const found = measure()
  if (found.sha256 !== said.sha256 || found.bytes !== said.bytes) throw new Damaged(said.entry)
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** The settings the city had in force when it left. */
export async function lastSettings({ manifest, rows }: Package): Promise<unknown> {
  const versions = manifest.tables.find(({ table }) => table === 'tenant_versions')
  const lines = versions ? (await textOf(rows(versions))).trim().split('\n') : []
  const last = lines.at(-1)
  return last ? (JSON.parse(last) as { settings: unknown }).settings : null
}

/** The name a file of the city will have here, or null when it could lead somewhere else. */
export function fileNameOf(entry: string): string | null {
  const name = entry.split('/').at(-1) ?? ''
  return isFileName(name) && /^(city|people)\/media\/[^/]+$/.test(entry) ? name : null
}
