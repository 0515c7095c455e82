import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { DecisionMark } from '@/components/examination/decision-mark'
import { OpinionText } from '@/components/examination/opinion-text'
import { StudyTable } from '@/components/examination/study-table'
import { Signature } from '@/components/layout/signature'
import { PrintButton } from '@/components/supports/print-button'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { localized } from '@/lib/i18n/localized'
import { findPublicIdea } from '@/lib/ideas/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Params = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { tenant } = await currentSite()
  const [idea, t] = [await findPublicIdea(tenant, (await params).slug), await getTranslations('examination')]
  return idea ? { title: t('metaTitle', { title: idea.title }) } : {}
}

/** The city's answer on a page of its own, to be printed, kept or sent. */
export default async function OpinionPage({ params }: Params) {
  const { tenant, locale } = await currentSite()
  const idea = (await findPublicIdea(tenant, (await params).slug)) ?? notFound()
  const opinion = idea.story.opinions[0] ?? notFound()
  const [t, href, format] = await Promise.all([getTranslations('examination'), currentHref(), getFormatter()])
  const date = format.dateTime(opinion.signedAt, {
    dateStyle: 'long',
    timeZone: idea.timeZone ?? undefined,
  })
  const signed = { name: opinion.signedName ?? '', title: opinion.signedTitle ?? '', date }
  return (
    <div className="shell py-8 md:py-12 print:p-0" data-print-alone>
      <article className="mx-auto max-w-[52rem] border border-line bg-paper print:max-w-none print:border-0">
        <Signature seed={tenant.theme.seed} scale={3} className="h-12" />
        <div className="space-y-8 px-6 py-8 md:px-12 md:py-10">
          <header>
            <p className="font-title text-lg font-bold text-muted">
              {localized(tenant.name, locale, tenant)}
            </p>
            <h1 className="mt-2 text-2xl md:text-3xl">
              {t('answer')}
              <span
                lang={idea.locale}
                dir="auto"
                className="mt-2 block font-text text-lg leading-snug font-normal text-muted"
              >
                {idea.title}
              </span>
            </h1>
          </header>
          <DecisionMark decision={opinion.decision} />
          <OpinionText opinion={opinion} level="h2" />
          {idea.story.study && <StudyTable study={idea.story.study} />}
          <p className="border-t border-line pt-6 text-end font-bold">{t('signedBy', signed)}</p>
        </div>
      </article>
      <div className="mx-auto mt-8 flex max-w-[52rem] flex-wrap gap-3 print:hidden">
        <PrintButton text={t('print')} icon={<Icon name="printer" />} />
        <ButtonLink variant="secondary" href={href(`/idees/${idea.slug}`)} icon={<Icon name="arrow-left" />}>
          {t('back')}
        </ButtonLink>
      </div>
    </div>
  )
}
