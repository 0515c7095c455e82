import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { ConsoleFrame } from '@/components/administration/frame'
import { Notice } from '@/components/ui/notice'
import { SentenceBlanks } from '@/components/words/sentence-blanks'
import { SentenceForm } from '@/components/words/sentence-form'
import { WordsTabs } from '@/components/words/words-tabs'
import { requireRole } from '@/lib/auth/require-role'
import { productSentences } from '@/lib/i18n/sentences'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { findDesk } from '@/lib/tenancy/drafts/queries'

type Props = { searchParams: Promise<{ nom?: string | string[]; fait?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('words'))('sentence.title'), robots: { index: false } }
}

export default async function SentencePage({ searchParams }: Props) {
  const person = await requireRole('admin')
  const { tenant } = await currentSite()
  const { nom, fait } = await searchParams
  // The switch of languages leads here without saying which sentence.
  if (!nom) redirect((await currentHref())('/administration/mots/phrases'))
  const sentence = typeof nom === 'string' && productSentences().has(nom) ? nom : notFound()
  const [t, href, { settings }] = await Promise.all([
    getTranslations('words.sentence'),
    currentHref(),
    findDesk(tenant),
  ])
  const said = settings.sentences[sentence]
  const isPartly = said !== undefined && settings.locales.some((locale) => !said[locale])
  return (
    <ConsoleFrame
      person={person}
      here="words"
      title={t('title')}
      lead={
        <span dir="ltr" className="wrap-anywhere">
          {sentence}
        </span>
      }
      above={<a href={href('/administration/mots/phrases')}>{t('back')}</a>}
    >
      <WordsTabs here="sentences" />
      {fait && (
        <div className="mb-8 max-w-[48rem]">
          <Notice tone="success" live="status" title={t('kept')}>
            <a href={href('/administration/brouillon')}>{t('toDraft')}</a>
          </Notice>
        </div>
      )}
      {isPartly && (
        <div className="mb-8 max-w-[48rem]">
          <Notice tone="warn" title={t('oneLanguage')} />
        </div>
      )}
      <SentenceBlanks sentence={sentence} />
      <SentenceForm key={JSON.stringify(said ?? null)} sentence={sentence} settings={settings} />
    </ConsoleFrame>
  )
}
