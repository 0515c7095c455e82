import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { block, headerOf, padded } from './rules'

export type TarWriter = { add: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<number> }

/**
 * Writes a tar whose files may be of any length, known only once they have passed: the head of each is written again then.
 * Whole or not at all: until the last byte it has another name.
 */
export async function writeTar(
  path: string,
  now: Date,
  fill: (writer: TarWriter) => Promise<void>,
): Promise<void> {
  const partial = `${path}.${randomUUID()}.part`
  const file = await open(partial, 'w', 0o600)
  try {
    let at = 0
    await fill({
      add: async (name, bytes) => {
        const size = await writeAfter(file, at + block, bytes)
        await file.write(headerOf(name, size, now), 0, block, at)
        at += block + padded(size)
        return size
      },
    })
    await file.truncate(at + 2 * block)
    await file.sync()
    await file.close()
    await rename(partial, path)
  } catch (error) {
    await file.close().catch(() => {})
    await rm(partial, { force: true })
    throw error
  }
}

async function writeAfter(file: FileHandle, from: number, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0
  for await (const chunk of bytes) {
    await file.write(chunk, 0, chunk.byteLength, from + size)
    size += chunk.byteLength
  }
  return size
}
