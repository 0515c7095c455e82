import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { BlankSheet, lines } from '@/components/paper/blank-sheet'
import { blankWords } from '@/components/paper/blank-words'
import { PrintButton } from '@/components/supports/print-button'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { findBlankSheet } from '@/lib/ideas/paper/blank/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('paper.blank'))('title'), robots: { index: false } }
}

/** A sheet to be printed and signed, for an idea whose rules allow it. */
export default async function BlankSheetPage({ params }: Props) {
  const { tenant } = await currentSite()
  const idea = (await findBlankSheet(tenant, (await params).slug, new Date())) ?? notFound()
  const [t, paper, href] = await Promise.all([
    getTranslations('paper.blank'),
    getTranslations('paper'),
    currentHref(),
  ])
  return (
    <div className="shell py-8 md:py-12 print:p-0" data-print-alone>
      <div className="mx-auto mb-8 max-w-[52rem] print:hidden">
        <h1>{t('title')}</h1>
        <p className="mt-3 max-w-text text-lg text-muted">{t('lead', { lines: lines.front + lines.back })}</p>
        <div className="mt-6 flex flex-wrap gap-3">
          {idea.isOpen && <PrintButton text={t('print')} icon={<Icon name="printer" />} />}
          <ButtonLink
            variant="secondary"
            href={href(`/idees/${idea.slug ?? idea.id}`)}
            icon={<Icon name="arrow-left" />}
          >
            {t('back')}
          </ButtonLink>
        </div>
        {!idea.isOpen && (
          <div className="mt-6">
            <Notice>{paper('refusals.closed')}</Notice>
          </div>
        )}
      </div>
      {idea.isOpen && <BlankSheet idea={idea} words={await blankWords(idea)} theme={tenant.theme} />}
    </div>
  )
}
