import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { crc32, deflateRawSync } from 'node:zlib'
import { directoryHeader, endOfZip, type Entry, localHeader } from './rules'

export type ZipWriter = { add: (name: string, content: Buffer) => Promise<void> }

/** Writes a zip file by file. Whole or not at all: until the last byte it has another name. */
export async function writeZip(
  path: string,
  now: Date,
  fill: (writer: ZipWriter) => Promise<void>,
): Promise<void> {
  const partial = `${path}.${randomUUID()}.part`
  const file = await open(partial, 'w', 0o600)
  const entries: Entry[] = []
  let at = 0
  const write = async (bytes: Buffer) => {
    await file.write(bytes, 0, bytes.byteLength, at)
    at += bytes.byteLength
  }
  try {
    await fill({
      add: async (name, content) => {
        const packed = deflateRawSync(content)
        const sizes = { packed: packed.byteLength, size: content.byteLength }
        const entry = { name, crc: crc32(content), ...sizes, at, now }
        entries.push(entry)
        await write(localHeader(entry))
        await write(packed)
      },
    })
    const from = at
    for (const entry of entries) await write(directoryHeader(entry))
    await write(endOfZip({ count: entries.length, at: from, size: at - from }))
    await file.sync()
    await file.close()
    await rename(partial, path)
  } catch (error) {
    await file.close().catch(() => {})
    await rm(partial, { force: true })
    throw error
  }
}
