/** Squares of a QR code (ISO/IEC 18004), dark where true. Bytes only, and a quarter of it may be lost or torn. */
export type Squares = boolean[][]

/** By version, from 1: how many groups of bytes, and how many bytes of each repair it. */
const groups = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]
const repairs = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26]

/** Null for a text that no code of a size one would print can hold. */
export function qrCode(text: string): Squares | null {
  const bytes = [...new TextEncoder().encode(text)]
  const version = groups.findIndex((_, at) => bytes.length <= roomIn(at + 1)) + 1
  if (version === 0) return null
  return draw(version, withRepairs(version, packed(version, bytes)))
}

const sideOf = (version: number) => version * 4 + 17
const wordsIn = (version: number) => Math.floor(bitsIn(version) / 8)
const payloadOf = (version: number) => wordsIn(version) - groups[version - 1]! * repairs[version - 1]!
const lengthBits = (version: number) => (version < 10 ? 8 : 16)
const roomIn = (version: number) => Math.floor((payloadOf(version) * 8 - 4 - lengthBits(version)) / 8)

/** The squares that are left for what is said. */
function bitsIn(version: number): number {
  const marks = version === 1 ? 0 : Math.floor(version / 7) + 2
  const aligned = version === 1 ? 0 : (25 * marks - 10) * marks - 55
  return (16 * version + 128) * version + 64 - aligned - (version < 7 ? 0 : 36)
}

function packed(version: number, bytes: number[]): number[] {
  const bits = [
    0,
    1,
    0,
    0,
    ...bitsOf(bytes.length, lengthBits(version)),
    ...bytes.flatMap((one) => bitsOf(one, 8)),
  ]
  const most = payloadOf(version) * 8
  bits.push(...Array<number>(Math.min(4, most - bits.length)).fill(0))
  while (bits.length % 8 > 0) bits.push(0)
  for (let filler = 0xec; bits.length < most; filler ^= 0xec ^ 0x11) bits.push(...bitsOf(filler, 8))
  return Array.from({ length: most / 8 }, (_, at) => parseInt(bits.slice(at * 8, at * 8 + 8).join(''), 2))
}

const bitsOf = (value: number, count: number) =>
  Array.from({ length: count }, (_, at) => (value >> (count - 1 - at)) & 1)

/** Each group with what repairs it; written one byte of each group after the other, so that a stain harms all a little. */
function withRepairs(version: number, payload: number[]): number[] {
  const [count, spare] = [groups[version - 1]!, repairs[version - 1]!]
  const short = Math.floor(payload.length / count)
  const longer = payload.length % count
  const parts = Array.from({ length: count }, (_, at) => {
    const from = at * short + Math.max(0, at - (count - longer))
    return payload.slice(from, from + short + (at < count - longer ? 0 : 1))
  })
  const divisor = divisorOf(spare)
  return [...inTurn(parts), ...inTurn(parts.map((part) => remainderOf(part, divisor)))]
}

function inTurn(parts: number[][]): number[] {
  const longest = Math.max(...parts.map((part) => part.length))
  return Array.from({ length: longest }, (_, at) => parts.flatMap((part) => part.slice(at, at + 1))).flat()
}

/** In the field of 256 elements that x⁸ + x⁴ + x³ + x² + 1 makes. */
function product(one: number, other: number): number {
  let sum = 0
  for (let bit = 7; bit >= 0; bit--) {
    sum = (sum << 1) ^ ((sum >>> 7) * 0x11d)
    sum ^= ((other >>> bit) & 1) * one
  }
  return sum
}

function divisorOf(degree: number): number[] {
  const divisor = [...Array<number>(degree - 1).fill(0), 1]
  for (let [step, root] = [0, 1]; step < degree; step++, root = product(root, 2))
    for (const at of divisor.keys()) divisor[at] = product(divisor[at]!, root) ^ (divisor[at + 1] ?? 0)
  return divisor
}

function remainderOf(part: number[], divisor: number[]): number[] {
  const left = divisor.map(() => 0)
  for (const byte of part) {
    const factor = byte ^ left.shift()!
    left.push(0)
    for (const [at, one] of divisor.entries()) left[at]! ^= product(one, factor)
  }
  return left
}

type Set = (x: number, y: number, isDark: boolean) => void

function draw(version: number, words: number[]): Squares {
  const side = sideOf(version)
  const squares: (boolean | undefined)[][] = Array.from({ length: side }, () => Array(side).fill(undefined))
  const set: Set = (x, y, isDark) => {
    if (x >= 0 && y >= 0 && x < side && y < side) squares[y]![x] = isDark
  }
  for (let at = 0; at < side; at++) {
    set(6, at, at % 2 === 0)
    set(at, 6, at % 2 === 0)
  }
  for (const [x, y] of [
    [3, 3],
    [side - 4, 3],
    [3, side - 4],
  ] as const)
    finder(set, x, y)
  for (const [x, y] of crossings(version, side)) alignment(set, x, y)
  format(set, side)
  if (version >= 7) size(set, side, version)
  say(squares, words)
  return squares as Squares
}

const distance = (x: number, y: number) => Math.max(Math.abs(x), Math.abs(y))

function finder(set: Set, x: number, y: number): void {
  for (let across = -4; across <= 4; across++)
    for (let down = -4; down <= 4; down++) set(x + across, y + down, ![2, 4].includes(distance(across, down)))
}

function alignment(set: Set, x: number, y: number): void {
  for (let across = -2; across <= 2; across++)
    for (let down = -2; down <= 2; down++) set(x + across, y + down, distance(across, down) !== 1)
}

/** Where lines that help to read a bent sheet cross, the three corners left out. */
function crossings(version: number, side: number): [number, number][] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2
  const lines = [6, ...Array.from({ length: count - 1 }, (_, at) => side - 7 - at * step).reverse()]
  const [first, last] = [6, side - 7]
  const isCorner = (x: number, y: number) =>
    (x === first && y === first) || (x === first && y === last) || (x === last && y === first)
  return lines.flatMap((x) => lines.flatMap((y) => (isCorner(x, y) ? [] : [[x, y] as [number, number]])))
}

/** Said twice: that a quarter can be repaired, and that squares are turned over like those of a draughtboard. */
const written = 0x5412

function format(set: Set, side: number): void {
  for (let at = 0; at < 15; at++) {
    const isDark = ((written >>> at) & 1) === 1
    const past = at < 6 ? at : at < 8 ? at + 1 : at === 8 ? 7 : 14 - at
    if (at < 8) set(8, past, isDark)
    else set(past, 8, isDark)
    if (at < 8) set(side - 1 - at, 8, isDark)
    else set(8, side - 15 + at, isDark)
  }
  set(8, side - 8, true)
}

function size(set: Set, side: number, version: number): void {
  const bits = (version << 12) | checked(version)
  for (let at = 0; at < 18; at++) {
    const [far, near] = [side - 11 + (at % 3), Math.floor(at / 3)]
    set(far, near, ((bits >>> at) & 1) === 1)
    set(near, far, ((bits >>> at) & 1) === 1)
  }
}

function checked(version: number): number {
  let left = version
  for (let step = 0; step < 12; step++) left = (left << 1) ^ ((left >>> 11) * 0x1f25)
  return left
}

/** Bit by bit, up and down in columns of two from the right, past what is drawn and the line that keeps time. */
function say(squares: (boolean | undefined)[][], words: number[]): void {
  const side = squares.length
  const bits = words.flatMap((word) => bitsOf(word, 8))
  let said = 0
  for (let right = side - 1, isUp = true; right > 0; right -= right === 8 ? 3 : 2, isUp = !isUp)
    for (let step = 0; step < side; step++) {
      const y = isUp ? side - 1 - step : step
      for (const x of [right, right - 1])
        if (squares[y]![x] === undefined) squares[y]![x] = (bits[said++] === 1) !== ((x + y) % 2 === 0)
    }
}
