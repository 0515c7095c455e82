import { currentPerson } from '@/lib/auth/current-person'
import { fetchExport } from '@/lib/people/exports/commands'
import { actsAs } from '@/lib/people/rules'
import { currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ id: string }> }

/** A file of personal data, to the officer who asked for it, once. To anyone else, and afterwards, it is not there. */
export async function POST(_request: Request, { params }: Props) {
  const person = await currentPerson()
  const { id } = await params
  if (!person || !actsAs(person, 'dpo') || !/^[0-9a-f-]{36}$/.test(id)) return gone()
  const { tenant } = await currentSite()
  const file = await fetchExport(tenant, { exportId: id, personId: person.id, now: new Date() })
  if (!file) return gone()
  return new Response(file.csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

const gone = () => new Response(null, { status: 404 })
