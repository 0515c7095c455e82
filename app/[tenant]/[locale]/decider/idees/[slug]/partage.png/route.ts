import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { localized } from '@/lib/i18n/localized'
import { findPublicIdea } from '@/lib/ideas/queries'
import { emblemOf, pictureOf } from '@/lib/ideas/sharing/image'
import { shareDrawing } from '@/lib/ideas/sharing/rules'
import { currentSite } from '@/lib/tenancy/current-site'

/** What is shown of an idea where its link is shared. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { tenant, locale } = await currentSite()
  const idea = await findPublicIdea(tenant, (await params).slug)
  if (!idea || idea.isHidden) notFound()
  const t = await getTranslations('ideas')
  const { threshold, supportCount: count } = idea
  const { logo } = tenant.theme
  const drawing = shareDrawing({
    emblem: logo && (await emblemOf(tenant, logo.light)),
    theme: tenant.theme,
    platform: localized(tenant.platformNames.decider, locale, tenant),
    title: idea.title,
    count: threshold ? t('card.supports', { count, threshold }) : t('supports', { count }),
    share: threshold ? count / threshold : null,
    rightToLeft: locale === 'ar',
  })
  const picture = await pictureOf(drawing)
  return new Response(new Uint8Array(picture), {
    headers: {
      'content-type': 'image/png',
      'cache-control': 'public, max-age=600',
      'cross-origin-resource-policy': 'cross-origin',
    },
  })
}
