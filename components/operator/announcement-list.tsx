import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import { ownNames } from '@/lib/i18n/own-names'
import { withdraw } from '@/lib/operator/announcements/actions'
import type { ListedAnnouncement, NamedCity } from '@/lib/operator/announcements/queries'
import { announcementIn, standingOf } from '@/lib/tenancy/announcements/rules'
import { type Locale, locales } from '@/tenants/tenant'

type Props = { announced: ListedAnnouncement[]; cities: NamedCity[]; now: Date }

const tones = { coming: 'accent', shown: 'success', over: 'neutral', withdrawn: 'neutral' } as const

/** What was announced: where it stands, whom it is for, in which languages. */
export async function AnnouncementList({ announced, cities, now }: Props) {
  const names = new Map(cities.map(({ id, name }) => [id, name]))
  const t = await getTranslations('operator.announcements')
  if (announced.length === 0) return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
  return (
    <ul className="grid gap-4">
      {announced.map((one) => (
        <li key={one.id}>
          <Card>
            <OneAnnouncement one={one} names={names} now={now} />
          </Card>
        </li>
      ))}
    </ul>
  )
}

type OneProps = { one: ListedAnnouncement; names: ReadonlyMap<string, string>; now: Date }

async function OneAnnouncement({ one, names, now }: OneProps) {
  const t = await getTranslations('operator.announcements')
  const format = await getFormatter()
  const standing = standingOf(one, now)
  const locale = (await getLocale()) as Locale
  const said = announcementIn(one.texts, locale, locale)
  const when = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <p className="flex flex-wrap gap-2">
        <Tag tone={tones[standing]}>{t(`standing.${standing}`)}</Tag>
        <Tag>{t(`kinds.${one.kind}`)}</Tag>
        {one.isPublic && <Tag>{t('onPages')}</Tag>}
      </p>
      <h2 className="mt-3 text-lg">{said.title}</h2>
      <p className="whitespace-pre-line">{said.text}</p>
      <p className="mt-2 text-base text-muted">
        {t('when', { from: when(one.fromAt), until: when(one.untilAt) })}
        {' · '}
        {one.cities ? format.list(one.cities.map((id) => names.get(id) ?? id)) : t('allCities')}
        {' · '}
        {format.list(locales.filter((each) => one.texts[each]).map((each) => ownNames[each]))}
        {' · '}
        {one.byEmail}
      </p>
      {(standing === 'shown' || standing === 'coming') && (
        <ActionForm
          action={withdraw}
          words={await formWords()}
          refusals={{ announcement_gone: t('gone') }}
          className="mt-4"
        >
          <input type="hidden" name="announcement" value={one.id} />
          <SubmitButton variant="secondary" size="small">
            {t('withdraw')}
            <span className="sr-only">{` : ${said.title}`}</span>
          </SubmitButton>
        </ActionForm>
      )}
    </>
  )
}
