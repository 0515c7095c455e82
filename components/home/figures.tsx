import { getTranslations } from 'next-intl/server'
import { ideaWords } from '@/lib/i18n/words'
import type { Overview } from '@/lib/ideas/overview/queries'
import { shelfWords, sorts } from '@/lib/ideas/listing/rules'
import type { Site } from '@/lib/tenancy/site'

/** A right once acquired stays one, however far the city has got with it. */
const acquired = (['reached', 'studied', 'answered', 'carried_out'] as const)
  .map((shelf) => `etat=${shelfWords[shelf]}`)
  .join('&')

/** How many take part, each figure leading to what it counts. */
export async function Figures({
  site,
  figures,
  onTime,
  hrefOn,
}: {
  site: Site
  figures: Overview['figures']
  /** Of all the city had to do by now, how much it did in time; null when nothing has fallen due yet. */
  onTime: number | null
  hrefOn: (path: string) => string
}) {
  const t = await getTranslations('home.figures')
  const number = new Intl.NumberFormat(site.locale)
  const percent = new Intl.NumberFormat(site.locale, { style: 'percent' })
  const lines = [
    { key: 'open', count: figures.open, href: `/idees?etat=${shelfWords.open}` },
    { key: 'supports', count: figures.supports, href: `/idees?tri=${sorts.supported}` },
    { key: 'reached', count: figures.reached, href: `/idees?${acquired}` },
    onTime === null
      ? { key: 'people', count: figures.people, href: '/regles' }
      : { key: 'onTime', count: onTime, href: '/engagements' },
  ] as const
  return (
    <section aria-label={t('label')} className="border-b border-line">
      <ul className="shell grid grid-cols-2 gap-x-6 gap-y-2 py-6 lg:grid-cols-4">
        {lines.map(({ key, count, href }) => (
          <li key={key}>
            <a href={hrefOn(href)} className="group block min-h-11 py-2 no-underline">
              <span className="tabular block font-title text-2xl leading-tight font-bold text-ink md:text-3xl">
                {key === 'onTime' ? percent.format(count / 100) : number.format(count)}
              </span>
              <span className="text-base text-muted underline decoration-line underline-offset-4 group-hover:text-link-hover group-hover:decoration-current">
                {t(key, { count, ...ideaWords(site) })}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
