import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fontFiles } from './fonts'

const read = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

/** A font that some theme names, kept in memory once read; null for any other name. */
export async function readFont(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const path = fontFiles.get(file)
  if (!path) return null
  const reading =
    read.get(file) ??
    readFile(join(process.cwd(), 'node_modules', path)).then((bytes) => new Uint8Array(bytes))
  read.set(file, reading)
  return reading
}
