import { getFormatter, getTranslations } from 'next-intl/server'
import type { Overview } from '@/lib/ideas/overview/queries'

/** What got built. Absent until something has. */
export async function Changed({
  delivered,
  hrefOn,
}: {
  delivered: Overview['delivered']
  hrefOn: (path: string) => string
}) {
  if (delivered.length === 0) return null
  const t = await getTranslations('home')
  const format = await getFormatter()
  return (
    <section aria-labelledby="ce-qui-a-change" className="shell pb-16 md:pb-24">
      <h2 id="ce-qui-a-change">{t('changed')}</h2>
      <ul className="mt-6 grid gap-8 md:grid-cols-3">
        {delivered.map((idea) => (
          <li key={idea.id} className="border-t-4 border-success pt-4">
            <a href={hrefOn(`/idees/${idea.slug}`)} className="font-bold">
              <bdi>{idea.title}</bdi>
            </a>
            <p className="mt-1 text-base text-muted">
              {t('changedOn', { date: format.dateTime(idea.changedAt, { dateStyle: 'long' }) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
