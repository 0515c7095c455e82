import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AnnouncementList } from '@/components/agir/announcing/announcement-list'
import { Companions, SharePanel } from '@/components/agir/companions/share-panel'
import { DateStateTag } from '@/components/agir/dates/date-state'
import { dateWords } from '@/components/agir/dates/date-words'
import { WriteLink } from '@/components/agir/messages/write-link'
import { StateTag } from '@/components/agir/registration/own-list'
import { Section } from '@/components/ideas/section'
import { Page } from '@/components/layout/page'
import { Icon } from '@/components/ui/icon'
import { findOwnDate } from '@/lib/agir/companions/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ date: string }>; searchParams: Promise<Record<string, unknown>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirCompanions'))('page'), robots: { index: false } }
}

/** One's own place on a date: what those who organise say, who else comes, what one shows. */
export default async function OwnDatePage({ params, searchParams }: Props) {
  const person = await requirePerson()
  const [{ tenant }, { date }, said] = await Promise.all([currentSite(), params, searchParams])
  const place = (await findOwnDate(tenant, date, person.id)) ?? notFound()
  const [t, a, href, words] = await Promise.all([
    getTranslations('agirCompanions'),
    getTranslations('agirAnnouncing'),
    currentHref(),
    dateWords(),
  ])
  const back = (
    <a href={href('/mes-inscriptions')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('back')}
    </a>
  )
  const isOver = place.endsAt < new Date() && place.dateState !== 'postponed'
  const where =
    place.attendance === 'online' ? null : [place.placeLabel, place.address].filter(Boolean).join(', ')
  return (
    <Page title={<span dir="auto">{place.title}</span>} lead={words.whole(place)} above={back} width="text">
      <div className="space-y-10">
        <div className="space-y-2">
          <p className="flex flex-wrap gap-2">
            <StateTag state={isOver && place.state === 'confirmed' ? 'unmarked' : place.told} />
            <DateStateTag state={place.dateState} />
          </p>
          {where && <p dir="auto">{where}</p>}
          <p>
            <a href={href(`/activites/${place.slug}`)} className="inline-flex min-h-11 items-center">
              {t('activity')}
            </a>
          </p>
          {place.hasOrganiser && <WriteLink registrationId={place.id} way="organiser" />}
        </div>
        {place.isConfirmed && (
          <Section id="annonces" title={a('read')}>
            {place.announcements.length > 0 ? (
              <AnnouncementList announcements={place.announcements} />
            ) : (
              <p className="text-muted">{a('none')}</p>
            )}
          </Section>
        )}
        {place.isConfirmed && <Companions place={place} />}
        {place.state === 'confirmed' && !place.isMinor && (
          <SharePanel place={place} isSaved={said.fait === 'partage'} />
        )}
      </div>
    </Page>
  )
}
