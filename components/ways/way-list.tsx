import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import { remove } from '@/lib/people/ways/actions'
import type { ListedWay } from '@/lib/people/ways/queries'
import { refusalWords } from './refusal-words'
import { TrialResult } from './trial-result'

type Props = {
  listed: (ListedWay & { label: string; returns: string[] })[]
  here: string
  rowVersion: number
}

/** Each provider of the draft: what it is, what to declare there, how its last trial went. */
export async function WayList({ listed, here, rowVersion }: Props) {
  return (
    <ul className="grid gap-6">
      {listed.map((one) => (
        <li key={one.way.id} id={one.way.id} className="rounded-card border border-line p-5 md:p-6">
          <WayCard {...one} here={here} rowVersion={rowVersion} />
        </li>
      ))}
    </ul>
  )
}

type CardProps = Props['listed'][number] & Pick<Props, 'here' | 'rowVersion'>

async function WayCard({ way, label, returns, secretSetAt, trial, here, rowVersion }: CardProps) {
  const t = await getTranslations('ways')
  const format = await getFormatter()
  const secret = secretSetAt
    ? t('secretSet', { on: format.dateTime(secretSetAt, { dateStyle: 'long' }) })
    : t('secretNone')
  const facts = [
    [t('issuer'), <bdi key="i">{way.issuer}</bdi>],
    [t('clientId'), <bdi key="c">{way.clientId}</bdi>],
    [t('secret'), secret],
    [t('assurance'), t(`levels.${way.assurance}`)],
  ] as const
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-3 text-lg">
        {label}
        <Tag>{t(`presets.${way.preset}`)}</Tag>
        {way.visibility === 'link' && <Tag>{t('visibility.link')}</Tag>}
      </h3>
      <dl className="mt-4 grid gap-x-6 gap-y-2 text-base sm:grid-cols-[12rem_minmax(0,1fr)]">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
        <dt className="text-muted">{t('returns')}</dt>
        <dd>
          {returns.map((address) => (
            <code key={address} dir="ltr" className="block wrap-anywhere">
              {address}
            </code>
          ))}
        </dd>
      </dl>
      <TrialResult trial={trial} />
      <div className="mt-5 flex flex-wrap items-start gap-3">
        <ButtonLink
          href={`/api/auth/try/${way.id}?page=${encodeURIComponent(here)}`}
          icon={<Icon name="log-in" />}
        >
          {t('try')}
          <span className="sr-only">{` : ${label}`}</span>
        </ButtonLink>
        <ButtonLink
          href={`${here}?modifier=${way.id}#formulaire`}
          variant="secondary"
          icon={<Icon name="pencil" />}
        >
          {t('edit')}
          <span className="sr-only">{` : ${label}`}</span>
        </ButtonLink>
        <RemoveWay id={way.id} label={label} rowVersion={rowVersion} />
      </div>
    </>
  )
}

async function RemoveWay({ id, label, rowVersion }: { id: string; label: string; rowVersion: number }) {
  const t = await getTranslations('ways')
  return (
    <ActionForm action={remove} words={await formWords()} refusals={await refusalWords()}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="rowVersion" value={rowVersion} />
      <SubmitButton variant="quiet" icon={<Icon name="trash-2" />}>
        {t('remove')}
        <span className="sr-only">{` : ${label}`}</span>
      </SubmitButton>
    </ActionForm>
  )
}
