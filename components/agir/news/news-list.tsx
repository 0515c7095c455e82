import { getFormatter } from 'next-intl/server'
import { Section } from '@/components/ideas/section'
import { WrittenText } from '@/components/ideas/written-text'
import { ReportLink } from '@/components/reports/report-link'
import type { News } from '@/lib/agir/news/queries'
import { imageSources } from '@/lib/media/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { told: News[]; title: string; namesActivity?: boolean }

/** What was told, the latest first, each with its pictures. Nothing where nothing was told yet. */
export async function NewsList({ told, title, namesActivity = false }: Props) {
  if (told.length === 0) return null
  return (
    <Section id="recits" title={title}>
      <div className="space-y-10">
        {told.map((one) => (
          <NewsEntry key={one.id} one={one} namesActivity={namesActivity} />
        ))}
      </div>
    </Section>
  )
}

async function NewsEntry({ one, namesActivity }: { one: News; namesActivity: boolean }) {
  const [{ locale }, href, format] = await Promise.all([currentSite(), currentHref(), getFormatter()])
  const lang = one.locale === locale ? undefined : one.locale
  return (
    <article id={`recit-${one.id}`} className="scroll-mt-6">
      <h3 dir="auto" lang={lang} className="text-lg md:text-lg">
        {one.title}
      </h3>
      <p className="mt-1 text-base text-muted">
        <time dateTime={one.publishedAt.toISOString()}>
          {format.dateTime(one.publishedAt, { dateStyle: 'long' })}
        </time>
        {namesActivity && one.activity && (
          <>
            {' · '}
            <a href={href(`/activites/${one.activity.slug}`)}>
              <bdi>{one.activity.title}</bdi>
            </a>
          </>
        )}
      </p>
      <div className="mt-3" lang={lang}>
        <WrittenText text={one.body} />
      </div>
      {one.images.length > 0 && (
        <ul className={`mt-4 grid gap-3 ${one.images.length > 1 ? 'sm:grid-cols-2' : ''}`}>
          {one.images.map((image) => (
            <li key={image.id}>
              <img
                {...imageSources(image)}
                alt={image.alt}
                sizes="(min-width: 640px) 340px, 100vw"
                loading="lazy"
                className="aspect-3/2 w-full rounded-card bg-tint object-cover"
              />
            </li>
          ))}
        </ul>
      )}
      <ReportLink about={`nouvelle=${one.id}`} />
    </article>
  )
}
