import { getFormatter, getTranslations } from 'next-intl/server'
import { MailWay, OtherWays, ProviderWays } from '@/components/people/sign-in-ways'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { openProviders } from '@/lib/auth/oidc'
import { localized } from '@/lib/i18n/localized'
import type { ShownAccount } from '@/lib/people/unions/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

const happens = ['supports', 'right', 'moved', 'name', 'ended', 'told', 'final'] as const

async function WhatHappens() {
  const t = await getTranslations('unions.what')
  return (
    <section aria-labelledby="ce-qui-se-passe">
      <h2 id="ce-qui-se-passe" className="text-xl">
        {t('title')}
      </h2>
      <ul className="mt-3 list-disc space-y-2 ps-6">
        {happens.map((what) => (
          <li key={what} className={what === 'final' ? 'font-bold' : ''}>
            {t(what)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A plain form: it works before any script. */
async function Post({ to, label, main }: { to: 'begin' | 'end' | 'stop'; label: string; main?: boolean }) {
  const href = await currentHref()
  return (
    <form method="post" action={`/api/auth/unite/${to}`}>
      <input type="hidden" name="page" value={href('/compte/reunir')} />
      <Button type="submit" variant={main ? 'primary' : 'quiet'} size={main ? 'large' : undefined}>
        {label}
      </Button>
    </form>
  )
}

export async function BeginUnion({ name }: { name: string | null }) {
  const t = await getTranslations('unions')
  return (
    <>
      <WhatHappens />
      <Card>
        <h2 className="text-xl">{t('begin.title')}</h2>
        <p className="mt-2 mb-5">
          {t.rich('begin.text', {
            name: () => <bdi className="font-bold">{name ?? t('confirm.noName')}</bdi>,
          })}
        </p>
        <Post to="begin" label={t('begin.button')} main />
      </Card>
      <p className="text-muted">{t('begin.staff')}</p>
    </>
  )
}

/** The ways of the city’s own sign-in page; each leads back here. */
export async function ProveOther({ until }: { until: Date }) {
  const { tenant, locale } = await currentSite()
  const [t, format, href] = [await getTranslations('unions'), await getFormatter(), await currentHref()]
  const suite = href('/compte/reunir')
  const ways = openProviders(tenant).map(({ id, label, visibility }) => ({
    ...{ id, visibility },
    label: localized(label, locale, tenant),
  }))
  const shown = ways.filter(({ visibility }) => visibility === 'shown')
  const hidden = ways.filter(({ visibility }) => visibility === 'link')
  return (
    <>
      <Notice title={t('prove.title')}>
        <p>{t('prove.text', { until: format.dateTime(until, { timeStyle: 'short' }) })}</p>
        <p className="mt-2">{t('prove.mailHint')}</p>
      </Notice>
      {shown.length > 0 && <ProviderWays ways={shown} suite={suite} />}
      {tenant.signIn.email.enabled && <MailWay suite={suite} isOnly={shown.length === 0} />}
      {hidden.length > 0 && <OtherWays ways={hidden} suite={suite} />}
      <Post to="stop" label={t('cancel')} />
    </>
  )
}

export async function ConfirmUnion({ kept, absorbed }: { kept: ShownAccount; absorbed: ShownAccount }) {
  const t = await getTranslations('unions')
  return (
    <>
      <Card>
        <h2 className="text-xl">{t('confirm.title')}</h2>
        <dl className="mt-4 grid gap-4 sm:grid-cols-2">
          {Object.entries({ kept, absorbed }).map(([side, { name, email }]) => (
            <div key={side}>
              <dt className="text-muted">{t(`confirm.${side as 'kept'}`)}</dt>
              <dd>
                <bdi className="font-bold">{name ?? t('confirm.noName')}</bdi>
                <span className="block wrap-anywhere">{email ?? t('confirm.noEmail')}</span>
              </dd>
            </div>
          ))}
        </dl>
      </Card>
      <WhatHappens />
      <div className="flex flex-wrap gap-3">
        <Post to="end" label={t('confirm.button')} main />
        <Post to="stop" label={t('cancel')} />
      </div>
    </>
  )
}

export async function UnionDone({ moved, doubled }: { moved: number; doubled: number }) {
  const t = await getTranslations('unions')
  const href = await currentHref()
  return (
    <Notice tone="success" title={t('done.title')} live="status">
      <p>{t('done.moved', { count: moved })}</p>
      <p className="mt-1 mb-4">{t('done.doubled', { count: doubled })}</p>
      <ButtonLink href={href('/compte')} variant="secondary" icon={<Icon name="arrow-left" />}>
        {t('back')}
      </ButtonLink>
    </Notice>
  )
}
