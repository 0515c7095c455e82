import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ImageStep } from '@/components/agir/offer/image-step'
import { OfferFrame } from '@/components/agir/offer/offer-frame'
import { PlaceForm } from '@/components/agir/offer/place-form'
import { Review } from '@/components/agir/offer/review'
import { SubjectForm } from '@/components/agir/offer/subject-form'
import { TextForm } from '@/components/agir/offer/text-form'
import { WelcomeForm } from '@/components/agir/offer/welcome-form'
import { type Step, steps } from '@/lib/agir/activities/answers/rules'
import { listVoices } from '@/lib/agir/activities/organisers/queries'
import { findOwnActivity } from '@/lib/agir/activities/own/queries'
import { listKeptTitles } from '@/lib/agir/initiatives/own/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { TimingStep } from './timing-step'

type Props = { params: Promise<{ id: string; step: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirOffer'))('title'), robots: { index: false } }
}

export default async function OfferStep({ params }: Props) {
  const person = await requirePerson()
  const site = await currentSite()
  const { id, step: asked } = await params
  const step = steps.find((one) => one === asked) ?? notFound()
  const draft = (await findOwnActivity(site.tenant, id, person.id)) ?? notFound()
  const [t, href] = await Promise.all([getTranslations('agirOffer'), currentHref()])
  if (draft.publication !== 'unpublished' || draft.moderation === 'submitted')
    redirect(href(`/mes-activites/${id}`))
  const hrefOf = (one: Step) => href(`/proposer/${id}/${one}`)

  const screens: Record<Step, () => Promise<React.ReactNode> | React.ReactNode> = {
    sujet: async () => (
      <SubjectForm
        {...{ site, draft }}
        voices={await listVoices(site.tenant, person.id)}
        initiatives={await listKeptTitles(site.tenant, person.id)}
        initiativeId={draft.initiativeId}
      />
    ),
    dates: () => <TimingStep {...{ site, draft }} nextHref={hrefOf('lieu')} />,
    lieu: () => <PlaceForm {...{ site, draft }} />,
    texte: () => <TextForm draft={draft} />,
    image: () => <ImageStep draft={draft} nextHref={hrefOf('accueil')} />,
    accueil: () => <WelcomeForm {...{ site, draft }} />,
    envoi: () => <Review {...{ site, draft, hrefOf }} />,
  }
  return (
    <OfferFrame
      step={step}
      question={t(`questions.${step}`)}
      hrefOf={hrefOf}
      laterHref={href('/mes-activites')}
    >
      {await screens[step]()}
    </OfferFrame>
  )
}
