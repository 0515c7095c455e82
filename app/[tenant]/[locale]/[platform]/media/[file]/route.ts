import { notFound } from 'next/navigation'
import { currentHolder } from '@/lib/auth/draft-key'
import { currentPerson } from '@/lib/auth/current-person'
import { openImage, sightOf } from '@/lib/media/queries'
import { actsAs } from '@/lib/people/rules'
import { currentSite } from '@/lib/tenancy/current-site'

const headers = { 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' }
const forEver = 'public, max-age=31536000, immutable'

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { tenant } = await currentSite()
  const { file } = await params
  const person = await currentPerson()
  const isModerator = person !== null && actsAs(person, 'moderator')
  const sight = await sightOf(tenant, file, { ...(await currentHolder()), isModerator })
  const image = (sight && (await openImage(tenant, file))) ?? notFound()
  const keeping = sight === 'public' ? forEver : 'private, no-store'
  return new Response(image.bytes, {
    headers: { ...headers, 'content-length': String(image.size), 'cache-control': keeping },
  })
}
