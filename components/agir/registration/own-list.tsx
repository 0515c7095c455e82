import { getTranslations } from 'next-intl/server'
import { Fold } from '@/components/ui/fold'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import type { OwnRegistration } from '@/lib/agir/registrations/queries'
import { overlapping, type ToldState, unsureStates } from '@/lib/agir/registrations/rules'
import { currentHref } from '@/lib/tenancy/current-site'
import { DateBlock } from '../dates/date-block'
import { DateStateTag } from '../dates/date-state'
import { dateWords } from '../dates/date-words'
import { OwnMoves } from './own-moves'
import { Pass } from './pass'
import { WriteLink } from '../messages/write-link'

/** `guest`: what opens these to somebody without an account. */
type Props = { title: string; registrations: OwnRegistration[]; isPast?: boolean; guest?: string }

export async function OwnList({ title, registrations, isPast, guest }: Props) {
  const t = await getTranslations('agirRegistration.own')
  const atOnce = isPast ? new Set<string>() : overlapping(registrations)
  const { ahead, later } = withoutSeries(registrations, atOnce)
  const rows = (of: OwnRegistration[]) => (
    <ul className="mt-4 divide-y divide-line border-y border-line">
      {of.map((one) => (
        <li key={one.id} className="py-5">
          <OwnRow one={one} isPast={isPast} overlaps={atOnce.has(one.id)} guest={guest} />
        </li>
      ))}
    </ul>
  )
  return (
    <section className="mt-10 first:mt-0">
      <h2 className="text-2xl">{title}</h2>
      {rows(ahead)}
      {later.map((of) => (
        <div key={of[0]!.slug} className="mt-3">
          <Fold title={t('later', { count: of.length, title: of[0]!.title })}>{rows(of)}</Fold>
        </div>
      ))}
    </section>
  )
}

/** Beyond so many dates of one activity the rest are behind one line: somebody who comes every week has other things too. */
const shownOfOne = 3

function withoutSeries(registrations: OwnRegistration[], atOnce: ReadonlySet<string>) {
  const isPlain = (one: OwnRegistration) => one.told === 'confirmed' && !atOnce.has(one.id)
  const of = Map.groupBy(registrations.filter(isPlain), ({ slug }) => slug)
  const later = [...of.values()]
    .filter((dates) => dates.length > shownOfOne + 1)
    .map((dates) => dates.slice(shownOfOne))
  const folded = new Set(later.flat())
  return { ahead: registrations.filter((one) => !folded.has(one)), later }
}

type RowProps = { one: OwnRegistration; isPast?: boolean; overlaps: boolean; guest?: string }

async function OwnRow({ one, isPast, overlaps, guest }: RowProps) {
  const [href, words, t] = await Promise.all([
    currentHref(),
    dateWords(),
    getTranslations('agirRegistration.own'),
  ])
  const isOnline = one.attendance === 'online' || one.dateState === 'moved_online'
  const place = isOnline ? t('online') : one.placeLabel
  const isPostponed = one.dateState === 'postponed'
  const isOff = isPostponed || one.dateState === 'cancelled'
  return (
    <article className="flex items-start gap-4">
      <DateBlock startsAt={one.startsAt} zone={one.zone} off={isPast || isOff} />
      <div className="min-w-0 flex-1">
        <h3 className="text-lg">
          <a href={href(`/activites/${one.slug}`)} lang={one.locale} dir="auto">
            {one.title}
          </a>
        </h3>
        <p className={isOff ? 'text-muted line-through' : ''}>
          <time dateTime={one.startsAt.toISOString()}>{words.whole(one)}</time>
        </p>
        <p className="text-muted">
          {[place, one.positionLabel, one.party > 1 && t('party', { count: one.party })]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <div className="mt-2 flex flex-wrap gap-2">
          <StateTag state={isPast && one.state === 'confirmed' ? 'unmarked' : one.told} />
          <DateStateTag state={one.dateState} />
          {overlaps && <Tag tone="warn">{t('overlap')}</Tag>}
        </div>
        {one.state === 'declined' && one.reason && (
          <p dir="auto" className="mt-2 wrap-anywhere">
            {one.reason}
          </p>
        )}
        {!isPast && <Unsure told={one.told} />}
        {!isPast && !isOff && one.state === 'confirmed' && one.told !== 'frozen' && <Pass one={one} />}
        {!guest && (
          <div className="flex flex-wrap gap-x-6">
            {one.state === 'confirmed' && <PlaceLink dateId={one.dateId} />}
            {one.state !== 'declined' && one.hasOrganiser && (
              <WriteLink registrationId={one.id} way="organiser" />
            )}
          </div>
        )}
        {!isPast && one.state !== 'declined' && <OwnMoves one={one} guest={guest} />}
      </div>
    </article>
  )
}

async function PlaceLink({ dateId }: { dateId: string }) {
  const [t, href] = await Promise.all([getTranslations('agirCompanions'), currentHref()])
  return (
    <a
      href={href(`/mes-inscriptions/dates/${dateId}`)}
      className="mt-2 inline-flex min-h-11 items-center gap-2 text-base"
    >
      <Icon name="users" className="size-5" />
      {t('open')}
    </a>
  )
}

/** What is to be known of a place that is held, and not simply sure. */
async function Unsure({ told }: { told: ToldState }) {
  const t = await getTranslations('agirRegistration')
  const unsure = unsureStates.find((one) => one === told)
  return unsure ? <p className="mt-2">{t(`states.${unsure}.text`)}</p> : null
}

const looks = {
  confirmed: { tone: 'success', icon: 'circle-check' },
  to_reconfirm: { tone: 'warn', icon: 'bell' },
  put_off: { tone: 'neutral', icon: 'hourglass' },
  called_off: { tone: 'neutral', icon: 'x' },
  frozen: { tone: 'warn', icon: 'info' },
  pending: { tone: 'neutral', icon: 'hourglass' },
  needs_guardian: { tone: 'warn', icon: 'hourglass' },
  waitlisted: { tone: 'neutral', icon: 'hourglass' },
  offered: { tone: 'warn', icon: 'bell' },
  attended: { tone: 'success', icon: 'circle-check' },
  absent: { tone: 'neutral', icon: 'x' },
  excused: { tone: 'neutral', icon: 'info' },
  declined: { tone: 'neutral', icon: 'x' },
  unmarked: { tone: 'neutral', icon: 'info' },
} as const

const behind = ['attended', 'absent', 'excused', 'declined', 'unmarked'] as const

/** `unmarked`: the date is over, and nobody noted who was there. */
export async function StateTag({ state }: { state: ToldState | 'unmarked' }) {
  const t = await getTranslations('agirRegistration')
  if (state === 'lapsed' || state === 'cancelled') return null
  const { tone, icon } = looks[state]
  const over = behind.find((one) => one === state)
  return (
    <Tag tone={tone} icon={<Icon name={icon} className="size-4" />}>
      {over ? t(`own.${over}`) : t(`states.${state as Exclude<typeof state, typeof over>}.title`)}
    </Tag>
  )
}
