import { currentPerson } from '@/lib/auth/current-person'
import { actsAs } from '@/lib/people/rules'
import { currentSite } from '@/lib/tenancy/current-site'
import { openReadyPackage } from '@/lib/tenancy/departure/packages/queries'

type Props = { params: Promise<{ id: string }> }

/** All a city has, to one of its owners, for a week. To anyone else, and afterwards, it is not there. */
export async function GET(_request: Request, { params }: Props) {
  const person = await currentPerson()
  const { id } = await params
  if (!person || !actsAs(person, 'owner') || !/^[0-9a-f-]{36}$/.test(id)) return gone()
  const { tenant } = await currentSite()
  const file = await openReadyPackage(tenant, id, new Date())
  if (!file) return gone()
  return new Response(file.bytes, {
    headers: {
      'content-type': file.type,
      'content-length': String(file.size),
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

const gone = () => new Response(null, { status: 404 })
