import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import type { Edition } from '@/lib/tenancy/legal/rules'

/** Every version of a legal page, the newest first: when it began and what the city answered otherwise. */
export async function LegalHistory({ editions, href }: { editions: Edition[]; href: string }) {
  const [t, rules, format, locale] = await Promise.all([
    getTranslations('legal'),
    getTranslations('rules'),
    getFormatter(),
    getLocale(),
  ])
  const list = new Intl.ListFormat(locale)
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long' })
  return (
    <section id="historique" aria-labelledby="historique-titre" className="mt-16 border-t border-line pt-12">
      <h2 id="historique-titre">{t('history.title')}</h2>
      <ol className="mt-8 max-w-text border-s-2 border-line">
        {editions.map(({ version, publishedAt, changed }, place) => (
          <li key={version} className="ms-6 pb-8 last:pb-0">
            <h3 className="flex flex-wrap items-center gap-3 text-lg">
              {t('history.version', { version, date: day(publishedAt) })}
              {place === 0 && <Tag tone="success">{rules('history.current')}</Tag>}
            </h3>
            <p className="mt-1">
              {changed.length === 0
                ? t('history.first')
                : t('history.changed', { list: list.format(changed.map((key) => t(`answers.${key}`))) })}
            </p>
            {place > 0 && (
              <a href={`${href}?version=${version}`} className="inline-flex min-h-11 items-center">
                {t('history.read', { version })}
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
