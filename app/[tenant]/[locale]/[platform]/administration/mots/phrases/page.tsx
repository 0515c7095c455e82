import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConsoleFrame } from '@/components/administration/frame'
import { HistoryLinks } from '@/components/administration/history-links'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { SentenceList } from '@/components/words/sentence-list'
import { WordsTabs } from '@/components/words/words-tabs'
import { requireRole } from '@/lib/auth/require-role'
import { ownNames } from '@/lib/i18n/own-names'
import { productSentences } from '@/lib/i18n/sentences'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { findDesk } from '@/lib/tenancy/drafts/queries'
import { SentencesAsked } from '@/lib/tenancy/sentences/input'
import { searchSentences } from '@/lib/tenancy/sentences/rules'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('words'))('sentences.title'), robots: { index: false } }
}

export default async function SentencesPage({ searchParams }: Props) {
  const person = await requireRole('admin')
  const site = await currentSite()
  const [t, href, { settings }] = await Promise.all([
    getTranslations('words.sentences'),
    currentHref(),
    findDesk(site.tenant),
  ])
  const { q, langue, voir, page } = SentencesAsked.parse(await searchParams)
  const locale = settings.locales.find((one) => one === (langue ?? site.locale)) ?? settings.locales[0]!
  const onlyOwn = voir === 'ville'
  const found = searchSentences(productSentences(), settings.sentences, { words: q, locale, onlyOwn })
  const here = href('/administration/mots/phrases')
  const pageHref = (number: number) =>
    `${here}?${new URLSearchParams({ q, langue: locale, ...(voir && { voir }), page: String(number) })}`
  return (
    <ConsoleFrame person={person} here="words" title={t('title')} lead={t('lead')}>
      <WordsTabs here="sentences" />
      <form
        method="get"
        action={here}
        role="search"
        className="mb-8 grid items-end gap-4 rounded-card border border-line bg-tint p-5 md:grid-cols-[minmax(0,1fr)_10rem_12rem_auto]"
      >
        <TextInput name="q" type="search" label={t('search')} defaultValue={q} maxLength={100} />
        <Select
          name="langue"
          label={t('language')}
          defaultValue={locale}
          choices={settings.locales.map((value) => ({ value, label: ownNames[value] }))}
        />
        <Select
          name="voir"
          label={t('which')}
          defaultValue={voir ?? ''}
          empty={t('all')}
          choices={[{ value: 'ville', label: t('own') }]}
        />
        <Button type="submit" icon={<Icon name="search" />}>
          {t('find')}
        </Button>
      </form>
      <SentenceList {...{ found, locale, onlyOwn, page, pageHref }} />
      <HistoryLinks groups={['words']} />
    </ConsoleFrame>
  )
}
