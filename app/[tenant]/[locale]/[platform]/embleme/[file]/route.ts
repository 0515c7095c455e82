import { notFound } from 'next/navigation'
import { emblemAsIcon, emblemAsPng } from '@/lib/media/drawings/queries'
import { currentSite } from '@/lib/tenancy/current-site'
import { iconSides } from '@/lib/theme/emblems'
import { tokensOf } from '@/lib/theme/tokens'

/** The city's emblem where nothing but a PNG is shown: in letters, and on the first screen of a phone. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { tenant } = await currentSite()
  const { file } = await params
  const { logo } = tenant.theme
  if (!logo) notFound()
  const side = iconSides.find((one) => file === `icone-${one}.png`)
  const ground = tokensOf(tenant.theme, 'light').paper
  const drawing = { 'clair.png': logo.light, 'sombre.png': logo.dark }[file]
  const png = side
    ? await emblemAsIcon(tenant, logo.light, { side, ground })
    : drawing && (await emblemAsPng(tenant, drawing))
  if (!png) notFound()
  return new Response(new Uint8Array(png), {
    headers: {
      'content-type': 'image/png',
      'cache-control': 'public, max-age=600',
      'cross-origin-resource-policy': 'cross-origin',
    },
  })
}
