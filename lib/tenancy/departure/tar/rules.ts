/** What is known of a file before its bytes in a tar (POSIX ustar): the plainest container there is. */
export type Entry = { name: string; size: number; at: number }

export const block = 512
export const padded = (size: number) => Math.ceil(size / block) * block

export function headerOf(name: string, size: number, changedAt: Date): Buffer {
  const header = Buffer.alloc(block)
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name`)
  header.write(name, 0)
  header.write('0000644\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  writeSize(header, size)
  header.write(`${octal(Math.floor(changedAt.getTime() / 1000), 11)} `, 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\u000000', 257)
  header.write(`${octal(sumOf(header), 6)}\0 `, 148)
  return header
}

/** Name and size of the file that follows, null at the end of the container. Anything odd is refused. */
export function readHeader(header: Buffer): { name: string; size: number } | null {
  if (header.every((byte) => byte === 0)) return null
  const said = Number.parseInt(textAt(header, 148, 8), 8)
  const unsigned = Buffer.from(header)
  unsigned.fill(' ', 148, 156)
  if (header.length !== block || said !== sumOf(unsigned) || textAt(header, 257, 5) !== 'ustar')
    throw new Error('not a package of a city')
  return { name: textAt(header, 0, 100), size: sizeIn(header) }
}

/** Beyond eight gigabytes the size is written in binary, as every tar program does. */
function writeSize(header: Buffer, size: number): void {
  if (size < 8 ** 11) return void header.write(`${octal(size, 11)} `, 124)
  header[124] = 0x80
  header.writeBigUInt64BE(BigInt(size), 128)
}

function sizeIn(header: Buffer): number {
  if (header[124] === 0x80) return Number(header.readBigUInt64BE(128))
  return Number.parseInt(textAt(header, 124, 12), 8)
}

const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')
const sumOf = (header: Buffer) => header.reduce((sum, byte) => sum + byte, 0)
const textAt = (header: Buffer, from: number, length: number) =>
  header
    .subarray(from, from + length)
    .toString('utf8')
    .replace(/\0.*$/s, '')
    .trim()
