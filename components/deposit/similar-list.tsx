import { getFormatter, getTranslations } from 'next-intl/server'
import { Progress } from '@/components/ui/progress'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { ideaWords } from '@/lib/i18n/words'
import type { Site } from '@/lib/tenancy/site'

export type Similar = {
  id: string
  title: string
  href: string
  supportCount: number
  threshold: number | null
  district: string | null
  /** From where the new one is, when both have a point. */
  distance: number | null
}

/** Each with its count and how near it is, and one way to join it instead. */
export async function SimilarList({ site, similar }: { site: Site; similar: Similar[] }) {
  const t = await getTranslations('deposit')
  const format = await getFormatter()
  return (
    <ul className="divide-y divide-line border-y border-line">
      {similar.map(({ id, title, href, supportCount, threshold, district, distance }) => {
        const supports = t('similar.supports', { count: supportCount })
        const near = distance === null ? null : t('similar.distance', { distance: distanceOf(distance) })
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-3 py-5">
            <div className="min-w-60 flex-1">
              <h2 dir="auto" className="text-lg font-bold wrap-anywhere">
                <a href={href}>{title}</a>
              </h2>
              <p className="mt-1 mb-2 text-base text-muted">
                {[supports, district, near].filter(Boolean).join(' · ')}
              </p>
              {threshold && <Progress value={supportCount} max={threshold} text={supports} />}
            </div>
            <ButtonLink href={href} variant="secondary" icon={<Icon name="hand-heart" />}>
              {t('similar.thisOne', ideaWords(site))}
              <VisuallyHidden> {title}</VisuallyHidden>
            </ButtonLink>
          </li>
        )
      })}
    </ul>
  )

  function distanceOf(metres: number) {
    return metres < 1000
      ? format.number(Math.max(50, Math.round(metres / 50) * 50), { style: 'unit', unit: 'meter' })
      : format.number(metres / 1000, { style: 'unit', unit: 'kilometer', maximumFractionDigits: 1 })
  }
}
