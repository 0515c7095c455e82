/** One file of a zip, as its directory has to say it. */
export type Entry = { name: string; crc: number; packed: number; size: number; at: number; now: Date }

const most = { short: 0xffff, long: 0xffffffff }
const deflated = 8
/** Names are in UTF-8. */
const flags = 0x0800

/** The head of a file, before its bytes. */
export function localHeader({ name, crc, packed, size, now }: Entry): Buffer {
  const bytes = Buffer.from(name)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(deflated, 8)
  head.writeUInt32LE(dosTime(now), 10)
  head.writeUInt32LE(crc, 14)
  head.writeUInt32LE(packed, 18)
  head.writeUInt32LE(size, 22)
  head.writeUInt16LE(bytes.length, 26)
  return Buffer.concat([head, bytes])
}

/** The same in the directory at the end, with where the file begins: further than four gigabytes, in a field of its own. */
export function directoryHeader({ name, crc, packed, size, at, now }: Entry): Buffer {
  const bytes = Buffer.from(name)
  const isFar = at >= most.long
  const extra = Buffer.alloc(isFar ? 12 : 0)
  if (isFar) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(8, 2)
    extra.writeBigUInt64LE(BigInt(at), 4)
  }
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(isFar ? 45 : 20, 4)
  head.writeUInt16LE(isFar ? 45 : 20, 6)
  head.writeUInt16LE(flags, 8)
  head.writeUInt16LE(deflated, 10)
  head.writeUInt32LE(dosTime(now), 12)
  head.writeUInt32LE(crc, 16)
  head.writeUInt32LE(packed, 20)
  head.writeUInt32LE(size, 24)
  head.writeUInt16LE(bytes.length, 28)
  head.writeUInt16LE(extra.length, 30)
  head.writeUInt32LE(Math.min(at, most.long), 42)
  return Buffer.concat([head, bytes, extra])
}

type Directory = { count: number; at: number; size: number }

/** Where the directory is. A city of many pages has more files than the old form can count. */
export function endOfZip({ count, at, size }: Directory): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(count, most.short), 8)
  end.writeUInt16LE(Math.min(count, most.short), 10)
  end.writeUInt32LE(Math.min(size, most.long), 12)
  end.writeUInt32LE(Math.min(at, most.long), 16)
  const isLarge = count >= most.short || at >= most.long || size >= most.long
  return isLarge ? Buffer.concat([largeEnd({ count, at, size }), end]) : end
}

function largeEnd({ count, at, size }: Directory): Buffer {
  const end = Buffer.alloc(56)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(45, 12)
  end.writeUInt16LE(45, 14)
  end.writeBigUInt64LE(BigInt(count), 24)
  end.writeBigUInt64LE(BigInt(count), 32)
  end.writeBigUInt64LE(BigInt(size), 40)
  end.writeBigUInt64LE(BigInt(at), 48)
  const way = Buffer.alloc(20)
  way.writeUInt32LE(0x07064b50, 0)
  way.writeBigUInt64LE(BigInt(at + size), 8)
  way.writeUInt32LE(1, 16)
  return Buffer.concat([end, way])
}

/** Two seconds fine, counted from 1980. */
function dosTime(now: Date): number {
  const time = (now.getUTCHours() << 11) | (now.getUTCMinutes() << 5) | (now.getUTCSeconds() >> 1)
  const day = ((now.getUTCFullYear() - 1980) << 9) | ((now.getUTCMonth() + 1) << 5) | now.getUTCDate()
  return day * 0x10000 + time
}
