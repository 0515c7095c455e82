import { imageHeaders } from '@/lib/media/rules'
import { currentOperator } from '@/lib/operator/acting'
import { openDraftLogo } from '@/lib/operator/wizard/logos/queries'

type Context = { params: Promise<{ id: string; file: string }> }

/** The logo of a city being made: nobody but the operator sees it before the city is there. */
export async function GET(_request: Request, { params }: Context) {
  const { id, file } = await params
  const image = (await currentOperator()) && (await openDraftLogo(id, file))
  if (!image) return new Response(null, { status: 404 })
  return new Response(image.bytes, {
    headers: {
      ...imageHeaders(file),
      'content-length': String(image.size),
      'cache-control': 'private, no-store',
    },
  })
}
