import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConsoleFrame } from '@/components/administration/frame'
import { HistoryLinks } from '@/components/administration/history-links'
import { SettingProblems } from '@/components/administration/setting-problems'
import { Notice } from '@/components/ui/notice'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { AccessForm } from '@/components/ways/access-form'
import { WayForm } from '@/components/ways/way-form'
import { WayList } from '@/components/ways/way-list'
import { callbackPath } from '@/lib/auth/oidc'
import { requireRole } from '@/lib/auth/require-role'
import { localized } from '@/lib/i18n/localized'
import { listWays } from '@/lib/people/ways/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { findDesk } from '@/lib/tenancy/drafts/queries'
import { findReview } from '@/lib/tenancy/drafts/review/queries'
import { publicOrigin } from '@/lib/tenancy/origin'
import { presets } from '@/tenants/sign-in'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ways'))('title'), robots: { index: false } }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function WaysPage({ searchParams }: Props) {
  const person = await requireRole('admin')
  const { tenant, locale } = await currentSite()
  const t = await getTranslations('ways')
  const here = (await currentHref())('/administration/connexion')
  const asked = await searchParams
  const { draft, settings } = await findDesk(tenant)
  const rowVersion = draft?.rowVersion ?? 0
  const problems = (await findReview(tenant))?.problems ?? []
  const { shared, decider, agir } = settings.hosts
  const origins = [shared, decider, agir].flatMap((host) => (host ? [publicOrigin(host)] : []))
  const listed = (await listWays(tenant, settings.signIn.providers)).map((one) => ({
    ...one,
    label: localized(one.way.label, locale, settings),
    returns: origins.map((origin) => origin + callbackPath(one.way)),
  }))
  const edited = listed.find(({ way }) => way.id === asked.modifier)
  const preset = edited?.way.preset ?? presets.find((one) => one === asked.ajouter)
  const done = (['garde', 'retire'] as const).find((one) => one === asked.fait)
  return (
    <ConsoleFrame person={person} here="signIn" title={t('title')} lead={t('lead')}>
      <div className="grid max-w-text gap-10 wrap-anywhere">
        {done && (
          <Notice tone="success" live="status" title={t(`done.${done}`)}>
            <p>{t('done.next')}</p>
          </Notice>
        )}
        <section aria-labelledby="fournisseurs" className="grid gap-5">
          <h2 id="fournisseurs" className="text-xl">
            {t('providers')}
          </h2>
          <SettingProblems at="signIn.providers" problems={problems} />
          {listed.length === 0 && <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
          <WayList listed={listed} here={here} rowVersion={rowVersion} />
          {!preset && <AddProvider here={here} />}
        </section>
        {preset && (
          <section
            aria-labelledby="formulaire"
            className="rounded-card border border-line bg-tint p-5 md:p-6"
          >
            <h2 id="formulaire" tabIndex={-1} className="mb-5 text-xl">
              {edited
                ? t('editTitle', { label: edited.label })
                : t('addTitle', { preset: t(`presets.${preset}`) })}
            </h2>
            <WayForm
              way={edited?.way ?? null}
              hasSecret={Boolean(edited?.secretSetAt)}
              {...{ preset, rowVersion, locales: settings.locales }}
            />
          </section>
        )}
        <section aria-labelledby="acces">
          <h2 id="acces" className="mb-5 text-xl">
            {t('access')}
          </h2>
          <SettingProblems at="signIn.email.enabled" problems={problems} />
          <AccessForm signIn={settings.signIn} rowVersion={rowVersion} />
        </section>
        <HistoryLinks groups={['sign_in']} />
      </div>
    </ConsoleFrame>
  )
}

async function AddProvider({ here }: { here: string }) {
  const t = await getTranslations('ways')
  return (
    <div>
      <p className="mb-3 font-bold">{t('add')}</p>
      <div className="flex flex-wrap gap-3">
        {presets.map((one) => (
          <ButtonLink
            key={one}
            href={`${here}?ajouter=${one}#formulaire`}
            variant="secondary"
            icon={<Icon name="plus" />}
          >
            {t(`presets.${one}`)}
          </ButtonLink>
        ))}
      </div>
    </div>
  )
}
