import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { Section } from '@/components/ideas/section'
import { Fold } from '@/components/ui/fold'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { declare } from '@/lib/agir/hours/actions'
import type { OwnHours, OwnLine } from '@/lib/agir/hours/queries'
import { editableUntil, minutesOf } from '@/lib/agir/hours/rules'
import { currentHref } from '@/lib/tenancy/current-site'
import { dateWords } from '../dates/date-words'
import { hourForms, lastingWords, typedLasting } from './hour-words'
import { HourState } from './hours-of-date'

/** Dates of which nobody said yet how long one helped. */
export async function Undeclared({ undeclared }: Pick<OwnHours, 'undeclared'>) {
  if (undeclared.length === 0) return null
  const [t, href, words] = await Promise.all([getTranslations('agirHours.own'), currentHref(), dateWords()])
  return (
    <Section id="a-declarer" title={t('undeclared.title')}>
      <p className="mb-4 text-muted">{t('undeclared.text')}</p>
      <ul className="divide-y divide-line border-y border-line">
        {undeclared.map((one) => (
          <li key={one.registrationId} className="py-4">
            <a href={href(`/activites/${one.slug}`)} lang={one.locale} dir="auto" className="font-bold">
              {one.title}
            </a>
            <p className="mb-2 text-muted">{words.whole(one)}</p>
            <DeclareForm id={one.registrationId} minutes={minutesOf(one)} about={one.title} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function DeclareForm({ id, minutes, about }: { id: string; minutes: number; about: string }) {
  const [t, forms] = await Promise.all([getTranslations('agirHours.own'), hourForms()])
  const lasted = `duree-${id}`
  return (
    <ActionForm
      action={declare}
      {...forms}
      labels={{ lasted: t('lasted') }}
      ids={{ lasted }}
      className="flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="registrationId" value={id} />
      <div className="w-40">
        <FormInput name="lasted" id={lasted} label={t('lasted')} value={typedLasting(minutes)} required />
      </div>
      <SubmitButton variant="secondary">
        {t('declare')}
        <VisuallyHidden> {about}</VisuallyHidden>
      </SubmitButton>
    </ActionForm>
  )
}

/** Every date one helped at, the latest first; for two weeks one may say that it was longer or shorter. */
export async function OwnLines({ lines, now }: { lines: OwnLine[]; now: Date }) {
  const t = await getTranslations('agirHours.own')
  return (
    <Section id="detail" title={t('lines')}>
      <ul className="divide-y divide-line border-y border-line">
        {lines.map((line) => (
          <OwnRow key={line.registrationId} {...{ line, now }} />
        ))}
      </ul>
    </Section>
  )
}

async function OwnRow({ line, now }: { line: OwnLine; now: Date }) {
  const [t, href, format, lasting] = await Promise.all([
    getTranslations('agirHours.own'),
    currentHref(),
    getFormatter(),
    lastingWords(),
  ])
  const day = format.dateTime(new Date(`${line.servedOn}T12:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <li className="py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <a href={href(`/activites/${line.slug}`)} lang={line.locale} dir="auto" className="font-bold">
          {line.title}
        </a>
        <span className="tabular font-bold">{lasting(line.minutes)}</span>
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
        <time dateTime={line.servedOn}>{day}</time>
        <span dir="auto">{line.organisation ?? t('neighbours')}</span>
        <HourState kind={line.kind} />
      </p>
      {line.byRole === 'organiser' && line.reason && (
        <p dir="auto" className="mt-1 wrap-anywhere">
          {t('because', { reason: line.reason })}
        </p>
      )}
      {now <= editableUntil(line) && now >= line.endsAt && (
        <Fold title={t('change')}>
          <p className="mb-3 text-muted">{t('changeText')}</p>
          <DeclareForm id={line.registrationId} minutes={line.minutes} about={line.title} />
        </Fold>
      )}
    </li>
  )
}
