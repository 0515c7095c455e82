import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DepositFrame } from '@/components/deposit/deposit-frame'
import { ImagesForm } from '@/components/deposit/images-form'
import { PlaceForm } from '@/components/deposit/place-form'
import { SubjectForm } from '@/components/deposit/subject-form'
import { TextForm } from '@/components/deposit/text-form'
import { currentHolder } from '@/lib/auth/draft-key'
import { ideaWords } from '@/lib/i18n/words'
import { findDraft } from '@/lib/ideas/deposit/queries'
import { type Step, stepAfter, steps } from '@/lib/ideas/deposit/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { ReviewStep } from './review-step'
import { SimilarStep } from './similar-step'

type Props = { params: Promise<{ id: string; step: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deposit')
  return { title: t('title', ideaWords(await currentSite())), robots: { index: false } }
}

export default async function DepositStep({ params }: Props) {
  const site = await currentSite()
  const { id, step: asked } = await params
  const step = steps.find((one) => one === asked) ?? notFound()
  const draft = (await findDraft(site.tenant, id, await currentHolder())) ?? notFound()
  const href = await currentHref()
  const t = await getTranslations('deposit')
  const hrefOf = (one: Step) => href(`/deposer/${id}/${one}`)
  const ownHref = href('/mes-idees')
  const max = site.tenant.ideas.attachments

  const screens: Record<Step, () => { question: string; lead?: string; screen: React.ReactNode }> = {
    sujet: () => ({
      question: t('subject.question'),
      screen: <SubjectForm site={site} draft={draft} ownHref={ownHref} />,
    }),
    lieu: () => ({
      question: t('place.question'),
      screen: <PlaceForm site={site} draft={draft} ownHref={ownHref} />,
    }),
    proches: () => ({
      question: t('similar.question'),
      screen: <SimilarStep site={site} draft={draft} ownHref={ownHref} />,
    }),
    texte: () => ({
      question: t('text.question'),
      screen: <TextForm site={site} draft={draft} ownHref={ownHref} />,
    }),
    images: () => ({
      question: t('images.question'),
      lead: t('images.lead', { max }),
      screen: <ImagesForm draft={draft} max={max} nextHref={hrefOf(stepAfter(step))} ownHref={ownHref} />,
    }),
    envoi: () => ({
      question: t('review.question'),
      lead: t('review.lead'),
      screen: <ReviewStep site={site} draft={draft} hrefOf={hrefOf} ownHref={ownHref} />,
    }),
  }
  const { question, lead, screen } = screens[step]()
  return (
    <DepositFrame step={step} question={question} lead={lead} hrefOf={hrefOf} laterHref={ownHref}>
      {screen}
    </DepositFrame>
  )
}
