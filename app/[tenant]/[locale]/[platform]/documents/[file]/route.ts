import { notFound } from 'next/navigation'
import { currentPerson } from '@/lib/auth/current-person'
import { findDocumentTitle } from '@/lib/consultations/queries'
import { openImage } from '@/lib/media/queries'
import { isDocumentName } from '@/lib/media/rules'
import { actsAs } from '@/lib/people/rules'
import { currentSite } from '@/lib/tenancy/current-site'

/** A file handed over and never shown by this host: whatever it holds, it runs nowhere. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { tenant } = await currentSite()
  const { file } = await params
  if (!isDocumentName(file)) notFound()
  const title = await findDocumentTitle(tenant, file)
  const person = title ? null : await currentPerson()
  if (!title && !(person && actsAs(person, 'area_admin'))) notFound()
  const document = (await openImage(tenant, file)) ?? notFound()
  const name = encodeURIComponent(`${title ?? 'document'}.pdf`)
  return new Response(document.bytes, {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(document.size),
      'content-disposition': `attachment; filename="document.pdf"; filename*=UTF-8''${name}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': title ? 'public, max-age=3600' : 'private, no-store',
    },
  })
}
