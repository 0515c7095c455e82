import { notFound } from 'next/navigation'
import { readFont } from '@/lib/theme/queries'

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const font = (await readFont((await params).file)) ?? notFound()
  return new Response(font, {
    headers: { 'content-type': 'font/woff2', 'cache-control': 'public, max-age=31536000, immutable' },
  })
}
