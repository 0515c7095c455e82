import { getTranslations } from 'next-intl/server'
import { ConsultationCard } from '@/components/consultations/consultation-card'
import type { Listed } from '@/lib/consultations/queries'
import type { Site } from '@/lib/tenancy/site'

/** What the city is asking people now. Absent while it asks nothing. */
export async function Asking({
  shown,
  site,
  today,
  hrefOn,
}: {
  shown: Listed[]
  site: Site
  today: string
  hrefOn: (path: string) => string
}) {
  if (shown.length === 0) return null
  const t = await getTranslations('consultations')
  return (
    <section aria-labelledby="consultations" className="shell pt-16 md:pt-24">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 id="consultations">{t('home.title')}</h2>
        <a href={hrefOn('/consultations')} className="inline-flex min-h-11 items-center">
          {t('all')}
        </a>
      </div>
      <ul className="mt-6 grid gap-4 md:grid-cols-2 lg:grid-cols-3">
        {shown.map((one) => (
          <li key={one.id}>
            <ConsultationCard
              consultation={one}
              href={hrefOn(`/consultations/${one.slug}`)}
              {...{ site, today }}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
