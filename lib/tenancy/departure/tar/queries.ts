import { type FileHandle, open } from 'node:fs/promises'
import { block, type Entry, padded, readHeader } from './rules'

export type TarReader = {
  entries: ReadonlyMap<string, Entry>
  read: (name: string) => AsyncIterable<Buffer>
  close: () => Promise<void>
}

/** Opens a tar and finds what is in it. Nothing is read but the heads until it is asked for. */
export async function openTar(path: string): Promise<TarReader> {
  const file = await open(path, 'r')
  try {
    const entries = await entriesOf(file, (await file.stat()).size)
    return { entries, read: (name) => bytesOf(file, entries.get(name), name), close: () => file.close() }
  } catch (error) {
    await file.close()
    throw error
  }
}

async function entriesOf(file: FileHandle, length: number): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  const head = Buffer.alloc(block)
  for (let at = 0; at + block <= length;) {
    await file.read(head, 0, block, at)
    const found = readHeader(head)
    if (!found) break
    if (!(found.size >= 0) || at + block + found.size > length || entries.has(found.name))
      throw new Error('not a package of a city')
    entries.set(found.name, { ...found, at: at + block })
    at += block + padded(found.size)
  }
  return entries
}

async function* bytesOf(file: FileHandle, entry: Entry | undefined, name: string): AsyncIterable<Buffer> {
  if (!entry) throw new Error(`${name} is missing from the package`)
  const atOnce = 256 * 1024
  for (let read = 0; read < entry.size;) {
    const chunk = Buffer.alloc(Math.min(atOnce, entry.size - read))
    const { bytesRead } = await file.read(chunk, 0, chunk.length, entry.at + read)
    if (bytesRead === 0) throw new Error(`${name} is cut short`)
    read += bytesRead
    yield chunk.subarray(0, bytesRead)
  }
}
