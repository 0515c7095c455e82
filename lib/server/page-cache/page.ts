import { newNonce, nonceLength } from '../front/security-headers'
import { checksumWith, type GappedGzip, gzipWithGaps } from './gzip-with-gaps'

/** Random for each process and never sent: pages are rendered with it, and it is replaced as they go out. */
export const placeholder = newNonce()

/** One way to send a page, with the copies of it that were sent and may be filled again. */
export type Form = { bytes: Buffer; gaps: number[]; gzip: GappedGzip | null; spare: Buffer[] }

/** One rendered answer, ready to be sent any number of times, each with a nonce of its own. */
export type Page = {
  status: number
  contentType: string
  headers: Record<string, string>
  plain: Form
  gzipped: Form | null
  /** What it takes in memory. */
  size: number
  /** Two hundred, or a short-lived four hundred and four, and nothing in it meant for one person. */
  mayBeKept: boolean
}

const isText = /^(text\/|application\/(json|atom|xml|manifest|vnd|rss|problem|geo)|image\/svg)/
const worthCompressing = 600

export async function makePage(
  status: number,
  contentType: string,
  headers: Record<string, string>,
  content: Buffer,
): Promise<Page> {
  const gaps = placesOf(placeholder, content)
  const isWorth = isText.test(contentType) && content.length > worthCompressing
  const gzip = isWorth ? await gzipWithGaps(content, gaps, nonceLength) : null
  const plain = { bytes: content, gaps, gzip: null, spare: [] }
  const gzipped = gzip && { bytes: gzip.bytes, gaps: gzip.gaps, gzip, spare: [] }
  const size = (content.length + (gzip?.bytes.length ?? 0)) * 2 + 1000
  return { status, contentType, headers, plain, gzipped, size, mayBeKept: false }
}

function placesOf(text: string, content: Buffer): number[] {
  const places: number[] = []
  for (let at = content.indexOf(text); at !== -1; at = content.indexOf(text, at + text.length))
    places.push(at)
  return places
}

/** The bytes to send, with this nonce in each gap. Give them back once they are sent: a crowd then shares a few copies. */
export function filledWith(form: Form, nonce: string): Buffer {
  if (form.gaps.length === 0) return form.bytes
  const copy = form.spare.pop() ?? Buffer.from(form.bytes)
  for (const gap of form.gaps) copy.write(nonce, gap, 'latin1')
  if (form.gzip) copy.writeUInt32LE(checksumWith(form.gzip, nonce), copy.length - 8)
  return copy
}

const spareBytes = 500_000

export function giveBack({ gaps, bytes, spare }: Form, copy: Buffer): void {
  if (gaps.length > 0 && spare.length * bytes.length < spareBytes) spare.push(copy)
}
