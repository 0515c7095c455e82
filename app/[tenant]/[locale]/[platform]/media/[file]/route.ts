import { notFound } from 'next/navigation'
import { currentHolder } from '@/lib/auth/draft-key'
import { currentPerson } from '@/lib/auth/current-person'
import { openImage, sightOf } from '@/lib/media/queries'
import { isPdfName } from '@/lib/media/documents/rules'
import { imageHeaders } from '@/lib/media/rules'
import { actsAs, isStaff } from '@/lib/people/rules'
import { sightOfEmblem } from '@/lib/tenancy/look/queries'
import { currentSite } from '@/lib/tenancy/current-site'

/** Handed out to be kept, never to be shown in a page of the city. */
const asDocument = {
  'content-type': 'application/pdf',
  'content-disposition': 'attachment',
  'x-content-type-options': 'nosniff',
}
const forEver = 'public, max-age=31536000, immutable'

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { tenant } = await currentSite()
  const { file } = await params
  const person = await currentPerson()
  const isOfTheCity = person !== null && isStaff(person)
  const emblem = await sightOfEmblem(tenant, file, isOfTheCity)
  const isModerator = person !== null && actsAs(person, 'moderator')
  const reader = { ...(await currentHolder()), isModerator, isStaff: isOfTheCity }
  const sight = emblem ?? (await sightOf(tenant, file, reader))
  const image = (sight && (await openImage(tenant, file))) ?? notFound()
  const keeping = sight === 'public' ? forEver : 'private, no-store'
  return new Response(image.bytes, {
    headers: {
      ...(isPdfName(file) ? asDocument : imageHeaders(file)),
      'content-length': String(image.size),
      'cache-control': keeping,
    },
  })
}
