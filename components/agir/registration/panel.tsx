import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { accept, cancel, reconfirm, register } from '@/lib/agir/registrations/actions'
import { ask } from '@/lib/agir/registrations/guests/actions'
import type { PublicActivity } from '@/lib/agir/activities/queries'
import { leftOn, takesPlace } from '@/lib/agir/dates/rules'
import { opensFor } from '@/lib/agir/registrations/rules'
import { skills } from '@/lib/agir/volunteers/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { dateWords } from '../dates/date-words'
import type { SeatChoice } from './box-props'
import { RegistrationBox } from './registration-box'
import { registrationWords } from './registration-words'

const mostChoices = 30

/**
 * How one joins an activity: at once, by asking, elsewhere, or by just coming. The same for everyone who reads; what is one
 * reader's own arrives afterwards. `chosen`: the date they had chosen before they signed in.
 */
export async function RegistrationPanel({ activity, chosen }: { activity: PublicActivity; chosen?: string }) {
  const [t, href] = await Promise.all([getTranslations('agirRegistration'), currentHref()])
  const now = new Date()
  const coming = activity.coming.filter((date) => takesPlace(date.state) && opensFor(activity, date, now))
  const waits = activity.kind === 'standing_need' && activity.registration === 'external'
  if (activity.publication !== 'published' || (activity.coming.length === 0 && !waits)) return null
  if (activity.registration === 'none') return <JustCome activity={activity} />
  if (activity.registration === 'external')
    return (
      <Word title={t('elsewhere.title')}>
        <ButtonLink
          href={activity.externalUrl ?? ''}
          wide
          className="mt-3"
          icon={<Icon name="external-link" />}
        >
          {t('elsewhere.button')}
        </ButtonLink>
      </Word>
    )
  if (activity.opensAt && activity.opensAt > now)
    return <Word title={t('title')}>{t('opens', { moment: await momentOf(activity.opensAt) })}</Word>
  return (
    <Card>
      <section id="inscription" aria-labelledby="inscription-titre" className="scroll-mt-4">
        <h2 id="inscription-titre" className="text-xl">
          {t('title')}
        </h2>
        <RegistrationBox
          activityId={activity.id}
          choices={await choicesOf(coming.slice(0, mostChoices), chosen)}
          labels={await labelsOf(activity)}
          maxParty={activity.maxParty}
          asksAge={asksAge(activity)}
          words={await registrationWords(activity.registration)}
          closed={coming.length === 0 ? t('closed') : null}
          mine={href('/mes-inscriptions')}
          actions={{ register, ask, accept, reconfirm, cancel }}
        />
      </section>
    </Card>
  )
}

const asksAge = ({ minors, minAge, coming }: PublicActivity) =>
  minors !== 'welcome' ||
  Boolean(minAge) ||
  coming.some(({ positions }) => positions.some((one) => one.minAge))

/** Of what is only announced here, nobody here knows whether one has to book: its own announcement says so. */
async function JustCome({ activity: { origin, claimedAt, originUrl } }: { activity: PublicActivity }) {
  const t = await getTranslations('agirRegistration')
  if (!origin || claimedAt || !originUrl) return <Word title={t('free.title')}>{t('free.text')}</Word>
  return (
    <Word title={t('source.title')}>
      <p>{t('source.text')}</p>
      <ButtonLink
        href={originUrl}
        variant="secondary"
        wide
        className="mt-3"
        icon={<Icon name="external-link" />}
      >
        {t('source.button', { site: new URL(originUrl).hostname })}
      </ButtonLink>
    </Word>
  )
}

function Word({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Card>
      <h2 id="inscription" className="text-xl">
        {title}
      </h2>
      <div className="mt-2">{children}</div>
    </Card>
  )
}

async function momentOf(at: Date): Promise<string> {
  const [format, { tenant }] = await Promise.all([getFormatter(), currentSite()])
  return format.dateTime(at, { dateStyle: 'long', timeStyle: 'short', timeZone: tenant.timeZone })
}

type Coming = PublicActivity['coming']

/** One choice for each thing one can do on each date, those of the date chosen before first. */
async function choicesOf(coming: Coming, chosen: string | undefined): Promise<SeatChoice[]> {
  const [t, words, skillOf] = await Promise.all([
    getTranslations('agirRegistration'),
    dateWords(),
    getTranslations('agirVolunteers.skills'),
  ])
  const helpful = (held: string[]) => {
    const known = skills.filter((skill) => held.includes(skill)).map((skill) => skillOf(skill))
    return known.length > 0 && t('helpful', { skills: known.join(', ') })
  }
  const first = coming.toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen))
  return first.flatMap((date) =>
    date.positions.map((position) => {
      const left = leftOn([position])
      const none = position.hasWaitlist ? t('left.waiting') : t('left.none')
      return {
        value: `${date.id}.${position.id}`,
        label: [words.whole(date), position.label, helpful(position.skills)].filter(Boolean).join('\u00a0· '),
        left: left === null ? null : left > 0 ? t('left.some', { count: left }) : none,
        isFull: left === 0,
        waits: position.hasWaitlist,
      }
    }),
  )
}

async function labelsOf({ coming }: PublicActivity): Promise<Record<string, string>> {
  const words = await dateWords()
  return Object.fromEntries(coming.map((date) => [date.id, words.whole(date)]))
}
