import { currentOperator } from '@/lib/operator/acting'
import { findSignedProof } from '@/lib/operator/departures/queries'

type Context = { params: Promise<{ id: string }> }

/** The signed proof that nothing of a city is left. */
export async function GET(_request: Request, { params }: Context) {
  if (!(await currentOperator())) return new Response(null, { status: 404 })
  const { id } = await params
  const proof = await findSignedProof(id)
  if (!proof) return new Response(null, { status: 404 })
  return new Response(`${JSON.stringify(proof, null, 1)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="preuve-${proof.city}.json"`,
      'cache-control': 'private, no-store',
    },
  })
}
