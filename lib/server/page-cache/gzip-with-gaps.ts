import { crc32, constants, deflateRaw } from 'node:zlib'
import { promisify } from 'node:util'

const deflate = promisify(deflateRaw)
const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])

/** A gzip file with gaps of one length in it, the same bytes to go into each; and what its check sum needs. */
export type GappedGzip = { bytes: Buffer; gaps: number[]; checksum: number; factor: number; blank: number }

/**
 * Compresses `content`, in which each of `gaps` stands for `length` bytes that will be known later. The text between two
 * gaps is deflated with all that precedes as its dictionary; a gap is a stored block, so filling it moves nothing. Gaps
 * close to each other share one block, with what stands between them: to begin again costs more than it saves there.
 */
export async function gzipWithGaps(content: Buffer, gaps: number[], length: number): Promise<GappedGzip> {
  const blank = Buffer.from(content)
  for (const gap of gaps) blank.fill(0, gap, gap + length)
  const parts: Buffer[] = [header]
  const filled: number[] = []
  let written = header.length
  const add = (part: Buffer) => (parts.push(part), (written += part.length))

  let from = 0
  for (const group of closeTogether(gaps)) {
    const [begin, end] = [group[0]!, group.at(-1)! + length]
    add(await segment(blank, from, begin, constants.Z_SYNC_FLUSH))
    add(storedBlockHeader(end - begin))
    for (const gap of group) filled.push(written + gap - begin)
    add(blank.subarray(begin, end))
    from = end
  }
  add(await segment(blank, from, blank.length, constants.Z_FINISH))
  const checksum = crc32(blank)
  add(trailer(checksum, blank.length))
  const factor = gaps.reduce((sum, gap) => sum ^ shiftedBy(blank.length - gap - length), 0)
  return { bytes: Buffer.concat(parts), gaps: filled, checksum, factor, blank: crc32(Buffer.alloc(length)) }
}

const nearby = 200
const longestBlock = 60_000

function closeTogether(gaps: number[]): number[][] {
  const groups: number[][] = []
  for (const gap of gaps) {
    const last = groups.at(-1)
    if (last && gap - last.at(-1)! < nearby && gap - last[0]! < longestBlock) last.push(gap)
    else groups.push([gap])
  }
  return groups
}

/** The check sum of the whole once each gap holds `filling`. */
export function checksumWith({ checksum, factor, blank }: GappedGzip, filling: string): number {
  return (checksum ^ product(factor, crc32(filling) ^ blank)) >>> 0
}

function segment(content: Buffer, from: number, to: number, finishFlush: number): Promise<Buffer> {
  const dictionary = content.subarray(Math.max(0, from - 32_768), from)
  return deflate(content.subarray(from, to), {
    level: 6,
    finishFlush,
    ...(dictionary.length ? { dictionary } : {}),
  })
}

function storedBlockHeader(length: number): Buffer {
  const block = Buffer.alloc(5)
  block.writeUInt16LE(length, 1)
  block.writeUInt16LE(~length & 0xffff, 3)
  return block
}

function trailer(checksum: number, size: number): Buffer {
  const end = Buffer.alloc(8)
  end.writeUInt32LE(checksum, 0)
  end.writeUInt32LE(size, 4)
  return end
}

// A check sum is linear over GF(2): what a gap adds to it is what its bytes alone add, times x to the power of the bits
// that follow. The polynomial of CRC-32, lowest power first.
const polynomial = 0xedb88320

function product(one: number, other: number): number {
  let sum = 0
  for (let bit = 0x80000000; bit !== 0; bit >>>= 1) {
    if (one & bit) sum ^= other
    other = other & 1 ? (other >>> 1) ^ polynomial : other >>> 1
  }
  return sum
}

/** x to the power of 8 × `bytes`. */
function shiftedBy(bytes: number): number {
  let [result, power] = [0x80000000, 0x00800000]
  for (let left = bytes; left > 0; left = Math.floor(left / 2)) {
    if (left % 2) result = product(result, power)
    power = product(power, power)
  }
  return result
}
