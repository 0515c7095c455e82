import { exportList } from '@/lib/agir/registrations/exports/commands'
import { ListInput } from '@/lib/agir/registrations/exports/input'
import { currentPerson } from '@/lib/auth/current-person'
import { currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ id: string }> }

/** The list of a date, to who organises it and says why. To anyone else it is not there. */
export async function POST(request: Request, { params }: Props) {
  const [person, { id: dateId }, { tenant, origin }] = [
    await currentPerson(),
    await params,
    await currentSite(),
  ]
  const said = ListInput.safeParse(Object.fromEntries(await request.formData().catch(() => new FormData())))
  if (!person || !said.success || !/^[0-9a-f-]{36}$/.test(dateId)) return gone()
  const { reason, page } = said.data
  if (!reason) return Response.redirect(`${origin}${page}?erreur=raison#liste`, 303)
  const file = await exportList(tenant, { dateId, personId: person.id, reason, now: new Date() })
  if (!file.ok) return gone()
  return new Response(file.value.csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file.value.name}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

const gone = () => new Response(null, { status: 404 })
