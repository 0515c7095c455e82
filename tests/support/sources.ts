import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'

/** `knows`: what it imports, types too; `imports`: without those files of which it only takes types, gone when it runs. */
export type Source = { path: string; text: string; imports: string[]; knows: string[] }

const folders = ['app', 'components', 'drizzle', 'lib', 'tenants']

/** Every file of the product's code, with what it imports: a path from the root, or the name of a package. */
export const sources: Source[] = folders.flatMap(filesBelow).map(read)

/** What proves it. */
export const testSources: Source[] = filesBelow('tests').map(read)

function read(path: string): Source {
  const text = readFileSync(path, 'utf8')
  const namedIn = (code: string) =>
    [...code.matchAll(/(?:from|import) ?\(?'([^'\n]+)'/g)].map((match) => resolved(path, match[1]!))
  return { path, text, imports: namedIn(withoutTypes(text)), knows: namedIn(text) }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path))
}

function resolved(from: string, name: string): string {
  if (name.startsWith('@/')) return name.slice(2)
  return name.startsWith('.') ? join(dirname(from), name) : name
}

/** What a file imports only the type of is not there when it runs. */
function withoutTypes(text: string): string {
  return text.replace(/^import type [^;]*? from '[^']+'$/gm, '')
}
