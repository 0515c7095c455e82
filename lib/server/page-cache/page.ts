import { newNonce, nonceLength } from '../front/security-headers'
import { checksumWith, type GappedGzip, gzipWithGaps } from './gzip-with-gaps'

/** Random for each process and never sent: pages are rendered with it, and it is replaced as they go out. */
export const placeholder = newNonce()

/** One way to send a page. */
export type Form = { bytes: Buffer; gaps: number[]; gzip: GappedGzip | null }

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
  const plain = { bytes: content, gaps, gzip: null }
  const gzipped = gzip && { bytes: gzip.bytes, gaps: gzip.gaps, gzip }
  const size = (content.length + (gzip?.bytes.length ?? 0)) * 2 + 1000
  return { status, contentType, headers, plain, gzipped, size, mayBeKept: false }
}

function placesOf(text: string, content: Buffer): number[] {
  const places: number[] = []
  for (let at = content.indexOf(text); at !== -1; at = content.indexOf(text, at + text.length))
    places.push(at)
  return places
}

/** Copies that were sent and may be filled again, by what they are copies of: the newest last. */
const spare = new Map<Form, Buffer[]>()
const mostSpareBytes = 8 * 1024 * 1024
const mostForms = 300
let spareBytes = 0

/** The bytes to send, with this nonce in each gap. Give them back once they are sent: a crowd then shares a few copies. */
export function filledWith(form: Form, nonce: string): Buffer {
  if (form.gaps.length === 0) return form.bytes
  const copy = spareOf(form) ?? Buffer.from(form.bytes)
  for (const gap of form.gaps) copy.write(nonce, gap, 'latin1')
  if (form.gzip) copy.writeUInt32LE(checksumWith(form.gzip, nonce), copy.length - 8)
  return copy
}

function spareOf(form: Form): Buffer | undefined {
  const copy = spare.get(form)?.pop()
  if (copy) spareBytes -= copy.length
  return copy
}

export function giveBack(form: Form, copy: Buffer): void {
  if (form.gaps.length === 0) return
  const own = spare.get(form) ?? []
  if (own.push(copy) === 1) spare.set(form, own)
  spareBytes += copy.length
  for (const [oldest, copies] of spare) {
    if (spareBytes <= mostSpareBytes && spare.size <= mostForms) return
    spare.delete(oldest)
    spareBytes -= copies.length * oldest.bytes.length
  }
}
