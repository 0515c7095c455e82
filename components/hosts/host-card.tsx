import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import { check, release, serve } from '@/lib/tenancy/hosts/actions'
import type { ListedHost } from '@/lib/tenancy/hosts/queries'
import { proofOf } from '@/lib/tenancy/hosts/rules'
import { hostRefusalWords } from './host-words'

/** One name of the city: where it stands, what is still to be done, and the acts it allows. */
export async function HostCard({ listed, here }: { listed: ListedHost; here: string }) {
  const t = await getTranslations('hosts')
  const { host, state, claim, surface, isMain } = listed
  const waits = claim && (state === 'pending' || state === 'failing')
  return (
    <>
      <h2 className="flex flex-wrap items-center gap-3 text-lg">
        <bdi className="wrap-anywhere">{host}</bdi>
        <Tag tone={state === 'active' ? 'success' : state === 'failing' ? 'warn' : 'neutral'}>
          {isMain ? t('main') : t(`states.${state}`)}
        </Tag>
        <span className="text-base font-normal text-muted">{t(`surfaces.${surface}`)}</span>
      </h2>
      <HostStanding listed={listed} />
      {waits && <DnsRecord {...proofOf(host, claim.token)} />}
      {state !== 'detached' && (
        <div className="mt-4 flex flex-wrap items-start gap-3">
          {claim && !isMain && <OneAct action={check} host={host} icon="refresh-cw" label={t('check')} />}
          {state === 'verified' && (
            <OneAct action={serve} host={host} icon="check" label={t('serve')} primary />
          )}
          {!isMain && (state === 'active' || state === 'failing') && (
            <ButtonLink
              href={`${here}?principal=${host}#bascule`}
              variant="secondary"
              icon={<Icon name="arrow-right" />}
            >
              {t('switch')}
            </ButtonLink>
          )}
          {!isMain && <OneAct action={release} host={host} icon="trash-2" label={t('release')} />}
        </div>
      )}
    </>
  )
}

async function HostStanding({ listed: { state, claim, isMain, detachedAt } }: { listed: ListedHost }) {
  const t = await getTranslations('hosts')
  const format = await getFormatter()
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'long' })
  const lines = [
    !isMain && t(`standing.${state}`),
    claim?.problem && t(`problems.${claim.problem as 'txt_missing'}`),
    claim?.failingSince && t('failingSince', { on: day(claim.failingSince) }),
    claim?.checkedAt &&
      t('checked', { at: format.dateTime(claim.checkedAt, { dateStyle: 'long', timeStyle: 'short' }) }),
    claim?.aliasUntil && t('aliasUntil', { on: day(claim.aliasUntil) }),
    detachedAt && t('freeOn', { on: day(new Date(detachedAt.getTime() + 30 * 86_400_000)) }),
  ].filter(Boolean)
  return (
    <div className="mt-2 space-y-1 text-base">
      {lines.map((line) => (
        <p key={String(line)}>{line}</p>
      ))}
    </div>
  )
}

async function DnsRecord({ name, text }: { name: string; text: string }) {
  const t = await getTranslations('hosts')
  return (
    <dl className="mt-4 grid gap-x-6 gap-y-2 rounded-control bg-tint p-4 text-base sm:grid-cols-[8rem_minmax(0,1fr)]">
      <dt className="text-muted">{t('record.type')}</dt>
      <dd>TXT</dd>
      <dt className="text-muted">{t('record.name')}</dt>
      <dd dir="ltr" className="text-start wrap-anywhere">
        <code>{name}</code>
      </dd>
      <dt className="text-muted">{t('record.value')}</dt>
      <dd dir="ltr" className="text-start wrap-anywhere">
        <code>{text}</code>
      </dd>
    </dl>
  )
}

type Act = {
  action: typeof check
  host: string
  label: string
  icon: 'refresh-cw' | 'check' | 'trash-2'
  primary?: boolean
}

async function OneAct({ action, host, label, icon, primary = false }: Act) {
  return (
    <ActionForm action={action} words={await formWords()} refusals={await hostRefusalWords()}>
      <input type="hidden" name="host" value={host} />
      <SubmitButton variant={primary ? 'primary' : 'secondary'} icon={<Icon name={icon} />}>
        {label}
        <span className="sr-only">{` : ${host}`}</span>
      </SubmitButton>
    </ActionForm>
  )
}
