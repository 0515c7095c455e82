import { newNonce, nonceLength } from '../security-headers'
import { checksumWith, type GappedGzip, gzipWithGaps } from './gzip-with-gaps'

/** Random for each process and never sent: pages are rendered with it, and it is replaced as they go out. */
export const placeholder = newNonce()

/** One rendered answer, ready to be sent any number of times, each with a nonce of its own. */
export type Page = {
  status: number
  contentType: string
  headers: Record<string, string>
  content: Buffer
  gaps: number[]
  gzipped: GappedGzip | null
  bytes: number
  /** Two hundred, or a short-lived four hundred and four, and nothing in it meant for one person. */
  mayBeKept: boolean
}

const blank = Buffer.alloc(nonceLength)
const isText = /^(text\/|application\/(json|atom|xml|manifest|vnd|rss|problem|geo)|image\/svg)/

export async function makePage(
  status: number,
  contentType: string,
  headers: Record<string, string>,
  content: Buffer,
): Promise<Page> {
  const gaps = placesOf(placeholder, content)
  const gzipped =
    isText.test(contentType) && content.length > 600 ? await gzipWithGaps(content, gaps, nonceLength) : null
  const bytes = content.length + (gzipped?.bytes.length ?? 0) + 1000
  return { status, contentType, headers, content, gaps, gzipped, bytes, mayBeKept: false }
}

function placesOf(text: string, content: Buffer): number[] {
  const places: number[] = []
  for (let at = content.indexOf(text); at !== -1; at = content.indexOf(text, at + text.length))
    places.push(at)
  return places
}

/** The bytes to send: the page with this nonce in each of its gaps. */
export function filledWith(page: Page, nonce: string): Buffer {
  if (page.gaps.length === 0) return page.content
  return fill(Buffer.from(page.content), page.gaps, nonce)
}

export function gzippedWith(gzipped: GappedGzip, nonce: string): Buffer {
  const filling = Buffer.from(nonce, 'latin1')
  const sent = fill(Buffer.from(gzipped.bytes), gzipped.gaps, nonce)
  const checksum = gzipped.gaps.length ? checksumWith(gzipped, filling, blank) : gzipped.checksum
  sent.writeUInt32LE(checksum, sent.length - 8)
  return sent
}

function fill(bytes: Buffer, gaps: number[], nonce: string): Buffer {
  for (const gap of gaps) bytes.write(nonce, gap, 'latin1')
  return bytes
}
