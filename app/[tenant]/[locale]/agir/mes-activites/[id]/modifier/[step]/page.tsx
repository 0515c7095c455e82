import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PlaceForm } from '@/components/agir/offer/place-form'
import { SubjectForm } from '@/components/agir/offer/subject-form'
import { TextForm } from '@/components/agir/offer/text-form'
import { TimingForm } from '@/components/agir/offer/timing-form'
import { TimingList } from '@/components/agir/offer/timing-list'
import { WelcomeForm } from '@/components/agir/offer/welcome-form'
import { PictureForm } from '@/components/agir/pictures/picture-form'
import { Page } from '@/components/layout/page'
import { Icon } from '@/components/ui/icon'
import type { OwnActivity } from '@/lib/agir/activities/own/queries'
import { findOwnActivity } from '@/lib/agir/activities/own/queries'
import { listKeptTitles } from '@/lib/agir/initiatives/own/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { zoneInWords } from '@/lib/i18n/zone'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ id: string; step: string }> }
const steps = ['sujet', 'dates', 'lieu', 'texte', 'image', 'accueil'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirOwn.edit'))('title'), robots: { index: false } }
}

/** The same questions as when it was offered, about what is public; a change already waiting is what is shown. */
export default async function EditActivityPage({ params }: Props) {
  const person = await requirePerson()
  const site = await currentSite()
  const { id, step: asked } = await params
  const step = steps.find((one) => one === asked) ?? notFound()
  const own = (await findOwnActivity(site.tenant, id, person.id)) ?? notFound()
  if (own.moderation !== 'approved') notFound()
  const draft = { ...own, ...own.revision?.wish } as OwnActivity
  const [t, href] = await Promise.all([getTranslations('agirOffer'), currentHref()])
  const zone = zoneInWords(site.tenant.timeZone, site.locale, new Date())
  const screens = {
    sujet: (
      <SubjectForm
        {...{ site, draft }}
        voices={[]}
        initiatives={await listKeptTitles(site.tenant, person.id)}
        initiativeId={draft.initiativeId}
        isEdit
      />
    ),
    dates: (
      <div className="space-y-8">
        <TimingList activityId={id} timings={own.timings} mayTakeOut={false} />
        <TimingForm activityId={id} isFirst={false} zone={zone} />
      </div>
    ),
    lieu: <PlaceForm {...{ site, draft }} isEdit />,
    texte: <TextForm draft={draft} isEdit />,
    image: (
      <PictureForm
        kind="activity"
        id={id}
        image={draft.image}
        alt={draft.imageAlt}
        waits={draft.image !== own.image}
      />
    ),
    accueil: <WelcomeForm {...{ site, draft }} isEdit />,
  }
  const back = (
    <a href={href(`/mes-activites/${id}`)} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      <span dir="auto">{own.title}</span>
    </a>
  )
  return (
    <Page title={t(`questions.${step}`)} above={back} width="text">
      {screens[step]}
    </Page>
  )
}
