import { windowsSigns } from './text'

const byteOf = new Map([...windowsSigns].map((sign, place) => [sign, 0x80 + place]))

/** Never after a letter in any text that is right. */
const never = '\\u0080-\\u009f€‚ƒ„†‡ˆ‰‹˜›¡¢£¤¥¦§¨«¬¯±´µ¶·¸¼½¾¿'
/** After a word in capitals at most: a mark, a note, the end of a number. */
const seldom = '©®ªº¹²³ŠšŽžŒœŸ'
const often = '…‘’“”•–—™°»\\u00a0\\u00ad'

/** Two signs that only come together where UTF-8 was read as something else: « Ã© », « â€™ », « nÂ° ». */
const unmistakable = new RegExp(
  [
    `[ÂÃÄÅ][${never}]`,
    `(?<!\\p{Lu})[ÂÃ][${seldom}]`,
    `[ÂÃÄÅ][${seldom}“”](?=\\p{Ll})`,
    `\\p{Ll}[ÂÃÄÅ][${never}${seldom}${often}]`,
    'Â°\\s?\\d|\\dÂ[°\\u00a0]',
    'â[€\\u0080]',
  ].join('|'),
  'u',
)

/**
 * A text that was encoded twice, as it was before; any other text as it is. It takes an unmistakable sign of it, and that
 * the whole text can be read that way: half of a text is never mended.
 */
export function readOnce(text: string): string {
  if (!unmistakable.test(text)) return text
  // A space that may not break is the second half of « à »: many a system made a plain one of it, or dropped it at the end.
  const once = decoded(text.replace(/Ã(?= |$)/g, 'Ã\u00a0'))
  return once === null ? text : readOnce(once)
}

function decoded(text: string): string | null {
  const bytes = Array.from(text, (sign) => byteOf.get(sign) ?? sign.codePointAt(0)!)
  if (bytes.some((byte) => byte > 0xff)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes))
  } catch {
    return null
  }
}

/** Deeper than any format nests; what lies below stays as it is. */
const deepest = 40

/** A record of a file with every text in it read once, and whether that changed any. */
export function recordReadOnce(record: unknown): { record: unknown; isMended: boolean } {
  let isMended = false
  const read = (part: unknown, depth: number): unknown => {
    if (typeof part === 'string') {
      const once = readOnce(part)
      isMended ||= once !== part
      return once
    }
    if (part === null || typeof part !== 'object' || depth === deepest) return part
    if (Array.isArray(part)) return part.map((one) => read(one, depth + 1))
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, read(value, depth + 1)]))
  }
  return { record: read(record, 0), isMended }
}
