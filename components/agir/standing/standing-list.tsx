import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Fold } from '@/components/ui/fold'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { away, stop } from '@/lib/agir/standing/actions'
import type { Standing } from '@/lib/agir/standing/queries'
import { currentHref } from '@/lib/tenancy/current-site'
import { ruleWords } from '../dates/rule-words'
import { standingRefusalWords } from './every-time'

/** What somebody comes to every time: until when, when they are away, and how to stop. */
export async function StandingList({ standing }: { standing: Standing[] }) {
  if (standing.length === 0) return null
  const t = await getTranslations('agirStanding.own')
  return (
    <section id="chaque-fois" className="mb-10 scroll-mt-6">
      <h2 className="text-2xl">{t('title')}</h2>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {standing.map((one) => (
          <li key={one.id} className="py-5">
            <StandingRow one={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

async function StandingRow({ one }: { one: Standing }) {
  const [t, href, words, format] = await Promise.all([
    getTranslations('agirStanding.own'),
    currentHref(),
    ruleWords(),
    getFormatter(),
  ])
  const day = (on: string) =>
    format.dateTime(new Date(`${on}T12:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' })
  const next = one.nextAt && format.dateTime(one.nextAt, { dateStyle: 'full', timeZone: one.zone })
  return (
    <article>
      <h3 className="text-lg">
        <a href={href(`/activites/${one.slug}`)} lang={one.locale} dir="auto">
          {one.title}
        </a>
      </h3>
      <p>{words(one)}</p>
      <p className="text-muted">
        {next ? t('ahead', { count: one.count, date: next }) : t('nothing')}
        {one.untilOn && ` ${t('until', { date: day(one.untilOn) })}`}
      </p>
      {one.awayFrom && one.awayUntil && (
        <p className="text-muted">{t('away', { from: day(one.awayFrom), until: day(one.awayUntil) })}</p>
      )}
      <div className="mt-2 flex flex-wrap gap-x-6">
        <AwayForm one={one} />
        <StopForm one={one} />
      </div>
    </article>
  )
}

async function AwayForm({ one }: { one: Standing }) {
  const t = await getTranslations('agirStanding.own')
  const [from, until] = [`absente-${one.id}`, `revient-${one.id}`]
  return (
    <Fold
      title={
        <>
          {t('stayAway')}
          <VisuallyHidden> {one.title}</VisuallyHidden>
        </>
      }
    >
      <ActionForm
        action={away}
        words={await formWords()}
        labels={{ from: t('from'), until: t('to') }}
        ids={{ from, until }}
        refusals={await standingRefusalWords()}
        className="space-y-4"
      >
        <input type="hidden" name="standingId" value={one.id} />
        <p>{t('stayAwayText')}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormInput
            name="from"
            id={from}
            type="date"
            label={t('from')}
            value={one.awayFrom ?? ''}
            required
          />
          <FormInput
            name="until"
            id={until}
            type="date"
            label={t('to')}
            value={one.awayUntil ?? ''}
            required
          />
        </div>
        <SubmitButton variant="secondary">{t('stayAwaySubmit')}</SubmitButton>
      </ActionForm>
    </Fold>
  )
}

async function StopForm({ one }: { one: Standing }) {
  const t = await getTranslations('agirStanding.own')
  return (
    <Fold
      title={
        <>
          {t('stop')}
          <VisuallyHidden> {one.title}</VisuallyHidden>
        </>
      }
    >
      <ActionForm action={stop} words={await formWords()} refusals={await standingRefusalWords()}>
        <input type="hidden" name="standingId" value={one.id} />
        <p className="mb-2">{t('stopText', { count: one.count })}</p>
        <SubmitButton variant="danger">{t('stop')}</SubmitButton>
      </ActionForm>
    </Fold>
  )
}
