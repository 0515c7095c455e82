import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { InitiativeReview } from '@/components/agir/initiatives/initiative-review'
import { InitiativeFrame } from '@/components/agir/initiatives/step-frame'
import { PlaceForm, StoryForm, SubjectForm } from '@/components/agir/initiatives/step-forms'
import { PictureForm } from '@/components/agir/pictures/picture-form'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { listVoices } from '@/lib/agir/activities/organisers/queries'
import { findKeptInitiative } from '@/lib/agir/initiatives/own/queries'
import { type InitiativeStep, initiativeSteps } from '@/lib/agir/initiatives/rules'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ id: string; step: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirInitiatives.own'))('title'), robots: { index: false } }
}

/** One question at a time: of a draft on its way to the city, or about what is in view. */
export default async function InitiativeStepPage({ params }: Props) {
  const person = await requirePerson()
  const site = await currentSite()
  const { id, step: asked } = await params
  const step = initiativeSteps.find((one) => one === asked) ?? notFound()
  const own = (await findKeptInitiative(site.tenant, id, person.id)) ?? notFound()
  const [t, href] = await Promise.all([getTranslations('agirInitiatives'), currentHref()])
  const isEdit = own.state === 'active'
  if (!isEdit && own.state !== 'draft') redirect(href(`/mes-initiatives/${id}`))
  if (isEdit && step === 'envoi') redirect(href(`/mes-initiatives/${id}`))
  const draft = { ...own, ...own.wish }
  const hrefOf = (one: InitiativeStep) => href(`/mes-initiatives/${id}/${one}`)
  const waits = draft.image !== own.image
  const picture = (
    <PictureForm kind="initiative" id={id} image={draft.image} alt={draft.imageAlt} waits={waits} />
  )
  const screens: Record<InitiativeStep, () => Promise<React.ReactNode> | React.ReactNode> = {
    sujet: async () => (
      <SubjectForm {...{ site, draft, isEdit }} voices={await listVoices(site.tenant, person.id)} />
    ),
    recit: () => <StoryForm {...{ draft, isEdit }} />,
    lieu: () => <PlaceForm {...{ site, draft, isEdit }} />,
    image: () => (
      <div className="space-y-8">
        {picture}
        {!isEdit && (
          <ButtonLink href={hrefOf('envoi')} size="large">
            {t(draft.image ? 'next' : 'skip')}
          </ButtonLink>
        )}
      </div>
    ),
    envoi: () => <InitiativeReview {...{ site, hrefOf }} draft={own} />,
  }
  const back = (
    <a href={href(`/mes-initiatives/${id}`)} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      <span dir="auto">{own.title}</span>
    </a>
  )
  if (isEdit)
    return (
      <Page title={t(`questions.${step}`)} above={back} width="text">
        {await screens[step]()}
      </Page>
    )
  return (
    <InitiativeFrame
      step={step}
      question={t(`questions.${step}`)}
      hrefOf={hrefOf}
      laterHref={href('/mes-initiatives')}
    >
      {await screens[step]()}
    </InitiativeFrame>
  )
}
