import { currentPerson } from '@/lib/auth/current-person'
import { copyOf } from '@/lib/people/copy/queries'
import { currentSite } from '@/lib/tenancy/current-site'

/** Handed to the person it is about and to nobody else; kept nowhere on the way. */
export async function GET() {
  const person = await currentPerson()
  if (!person) return new Response(null, { status: 401 })
  const { tenant } = await currentSite()
  const now = new Date()
  const name = `${tenant.id}-${now.toISOString().slice(0, 10)}.json`
  return new Response(streamOf(copyOf(tenant, person.id, now)), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  })
}

function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await parts.return(undefined)),
  })
}
