/** The text format of calendars (RFC 5545), for every feed of the product. */
const controls = /[\u0000-\u0009\u000b-\u001f\u007f]/g

/** A value as a property may hold it: one line, its separators escaped. */
export function escaped(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(controls, '')
  return plain.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n')
}

/** No line is longer than 75 bytes; what follows a break begins with a space. No letter is cut in two. */
export function folded(line: string): string {
  if (Buffer.byteLength(line) < 75) return line
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const letter of line) {
    const size = letter < '\u0080' ? 1 : Buffer.byteLength(letter)
    if (bytes + size > 74) {
      parts.push(part)
      part = ''
      bytes = 1
    }
    part += letter
    bytes += size
  }
  return [...parts, part].join('\r\n ')
}

/** An instant in universal time: `20261128T170000Z`. */
export function utc(at: Date): string {
  return `${at.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`
}
