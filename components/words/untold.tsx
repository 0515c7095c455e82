import { getTranslations } from 'next-intl/server'
import type { Say } from '@/components/administration/setting-words'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import { ownNames } from '@/lib/i18n/own-names'
import type { Misfit } from '@/lib/i18n/sentence-problems'
import { currentHref } from '@/lib/tenancy/current-site'
import { pathOf } from '@/lib/tenancy/drafts/rules'
import type { Untold } from '@/lib/tenancy/sentences/rules'
import { settingAt } from '@/tenants/settings'

/** The texts of the city that somebody reads in another language than theirs, each with where it is written. */
export async function UntoldTable({ untold }: { untold: Untold[] }) {
  const t = await getTranslations('words.missing')
  const settings = (await getTranslations('settings')) as unknown as Say
  const href = await currentHref()
  const columns = (['where', 'language', 'shown'] as const).map((key) => ({ key, label: t(key) }))
  const rows = untold.map(({ at, locale, said }) => ({
    key: `${at} ${locale}`,
    cells: {
      where: <a href={href(addressOf(at))}>{nameOf(at)}</a>,
      language: ownNames[locale],
      shown: (
        <span dir="auto" className="wrap-anywhere">
          {said.length > 120 ? `${said.slice(0, 119)}…` : said}
        </span>
      ),
    },
  }))
  return <Table caption={t('title')} hideCaption stacks columns={columns} rows={rows} />

  function nameOf(at: string): string {
    const sentence = sentenceAt(at)
    if (sentence) return t('sentence', { name: sentence })
    return settings(`keys.${settingAt(at)?.key ?? 'name'}.label`)
  }
}

const sentenceAt = (at: string) => (at.startsWith('sentences.') ? at.slice('sentences.'.length) : null)

function addressOf(at: string): string {
  const sentence = sentenceAt(at)
  if (sentence) return `/administration/mots/phrase?nom=${sentence}`
  const setting = settingAt(at)
  return `/administration${pathOf(setting?.group ?? 'identity')}#${setting?.key ?? ''}`
}

/** Sentences of the city that the product, since an upgrade, cannot say any more. */
export async function Misfits({ misfits }: { misfits: Misfit[] }) {
  const t = await getTranslations('words.missing')
  const errors = (await getTranslations('errors')) as unknown as Say
  const href = await currentHref()
  return (
    <div className="mb-10 max-w-[48rem]">
      <Notice tone="warn" title={t('misfits')}>
        <p>{t('misfitsText')}</p>
        <ul className="mt-2 list-disc ps-6">
          {misfits.map(({ key, locale, problem }) => (
            <li key={`${key} ${locale}`}>
              <a href={`${href('/administration/mots/phrase')}?nom=${key}`}>{t('sentence', { name: key })}</a>{' '}
              ({ownNames[locale]}) : {errors(problem.code, { named: problem.named ?? '' })}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
