import { currentSite } from '@/lib/tenancy/current-site'
import { stylesheetOf } from '@/lib/theme/stylesheet'

/** An older name still finds the city's colours, so that a page kept a moment too long is never bare. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { tenant } = await currentSite()
  const { file } = await params
  const { hash, css } = stylesheetOf(tenant)
  const lasting = file === `${hash}.css`
  return new Response(css, {
    headers: {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-store',
    },
  })
}
