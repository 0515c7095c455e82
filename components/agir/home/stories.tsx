import { getFormatter, getTranslations } from 'next-intl/server'
import type { LatestNews } from '@/lib/agir/news/queries'
import { imageSources } from '@/lib/media/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

/** What came of what was done here lately, in the words of those who were there. */
export async function Stories({ told }: { told: LatestNews[] }) {
  if (told.length === 0) return null
  const t = await getTranslations('agirHome')
  return (
    <section aria-labelledby="c-etait-bien">
      <div className="shell py-10 md:py-12">
        <h2 id="c-etait-bien">{t('stories')}</h2>
        <p className="mt-1 max-w-text text-muted">{t('storiesLead')}</p>
        <ul className="mt-6 grid gap-x-8 gap-y-10 md:grid-cols-2 lg:grid-cols-3">
          {told.map((one) => (
            <li key={one.id}>
              <Story one={one} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

async function Story({ one }: { one: LatestNews }) {
  const [{ locale, tenant }, href, format] = await Promise.all([currentSite(), currentHref(), getFormatter()])
  const lang = one.locale === locale ? undefined : one.locale
  const of = one.activity ?? one.initiative
  const page = one.activity ? `/activites/${one.activity.slug}` : `/initiatives/${one.initiative?.slug}`
  return (
    <article className="relative flex h-full flex-col border-t-4 border-accent pt-4">
      {one.image && (
        <img
          {...imageSources(one.image)}
          alt={one.image.alt}
          sizes="(min-width: 1024px) 380px, (min-width: 768px) 50vw, 100vw"
          loading="lazy"
          className="mb-4 aspect-3/2 w-full rounded-card bg-tint object-cover"
        />
      )}
      <h3 dir="auto" lang={lang} className="text-xl leading-snug md:text-xl">
        <a
          href={`${href(page)}#recit-${one.id}`}
          className="text-ink no-underline after:absolute after:inset-0 hover:underline"
        >
          {one.title}
        </a>
      </h3>
      <p dir="auto" lang={lang} className={`mt-2 ${one.image ? 'line-clamp-3' : 'line-clamp-6'}`}>
        {one.body}
      </p>
      <p className="mt-3 text-base text-muted">
        <time dateTime={one.publishedAt.toISOString()}>
          {format.dateTime(one.publishedAt, { day: 'numeric', month: 'long', timeZone: tenant.timeZone })}
        </time>
        {of && (
          <>
            {' · '}
            <bdi>{of.title}</bdi>
          </>
        )}
      </p>
    </article>
  )
}
