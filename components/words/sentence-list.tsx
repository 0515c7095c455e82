import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { Tag } from '@/components/ui/tag'
import { currentHref } from '@/lib/tenancy/current-site'
import type { Found } from '@/lib/tenancy/sentences/rules'
import type { Locale } from '@/tenants/tenant'

type Props = {
  found: Found[]
  locale: Locale
  onlyOwn: boolean
  page: number
  /** The address of another page of the same search. */
  pageHref: (page: number) => string
}

const perPage = 25

/** The sentences that were looked for, each leading to where it is written. */
export async function SentenceList({ found, locale, onlyOwn, page, pageHref }: Props) {
  const t = await getTranslations('words.sentences')
  const href = await currentHref()
  if (found.length === 0)
    return (
      <EmptyState title={onlyOwn ? t('noOwn') : t('none')}>
        {onlyOwn ? t('noOwnText') : t('noneText')}
      </EmptyState>
    )
  const from = (page - 1) * perPage
  return (
    <>
      <p role="status" className="mb-3 font-bold">
        {t('found', { count: found.length })}
      </p>
      <ul className="mb-6 divide-y divide-line border-y border-line">
        {found.slice(from, from + perPage).map(({ key, text, isOwn }) => (
          <li key={key} className="relative py-4 hover:bg-tint">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <a
                href={`${href('/administration/mots/phrase')}?nom=${key}`}
                className="text-ink wrap-anywhere after:absolute after:inset-0"
                lang={locale}
                dir="auto"
              >
                {text}
              </a>
              {isOwn && <Tag tone="accent">{t('ownTag')}</Tag>}
            </p>
            <p dir="ltr" className="mt-1 text-sm wrap-anywhere text-muted rtl:text-end">
              {key}
            </p>
          </li>
        ))}
      </ul>
      {found.length > perPage && (
        <Pagination
          label={t('pages')}
          previous={page > 1 ? { href: pageHref(page - 1), label: t('earlier') } : undefined}
          next={from + perPage < found.length ? { href: pageHref(page + 1), label: t('later') } : undefined}
        />
      )}
    </>
  )
}
