import { convert } from 'html-to-text'

const tag = /<\/?(?:p|br|div|span|ul|ol|li|strong|b|em|i|u|a|h[1-6]|blockquote|img|table|hr)\b[^<>]*>/i
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i

/** HTML as the text one would have read; a text that only holds entities keeps its own lines. */
export function readable(said: string): string {
  const written = said.replace(/\r\n?|[\u2028\u2029]/g, '\n')
  if (tag.test(written)) return convert(written, asText).trim()
  if (!entity.test(written)) return written
  return convert(written.replaceAll('<', '&lt;'), { ...asText, preserveNewlines: true })
}

const asText: Parameters<typeof convert>[1] = {
  wordwrap: false,
  limits: { maxInputLength: 1_000_000, maxDepth: 60 },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
}
