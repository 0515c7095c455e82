import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConsoleFrame } from '@/components/administration/frame'
import { HistoryLinks } from '@/components/administration/history-links'
import { GroupForm } from '@/components/administration/group-form'
import { GroupNotices } from '@/components/administration/group-notices'
import { LanguageEffects } from '@/components/languages/language-effects'
import { LanguageList } from '@/components/languages/language-list'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { requireRole } from '@/lib/auth/require-role'
import { ownNames } from '@/lib/i18n/own-names'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { findOrigins } from '@/lib/tenancy/drafts/origins/queries'
import { findDesk } from '@/lib/tenancy/drafts/queries'
import { LanguageAsked } from '@/lib/tenancy/languages/input'
import { countLanguageUses } from '@/lib/tenancy/languages/queries'
import { type LanguageAct, notSpoken } from '@/lib/tenancy/languages/rules'
import type { Locale } from '@/tenants/tenant'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('groups.languages.title'), robots: { index: false } }
}

export default async function LanguagesPage({ searchParams }: Props) {
  const person = await requireRole('admin')
  const site = await currentSite()
  const [settingsWords, t] = [await getTranslations('settings'), await getTranslations('languages')]
  const here = (await currentHref())('/administration/langues')
  const [desk, origins] = [await findDesk(site.tenant), await findOrigins(site.tenant)]
  const uses = await countLanguageUses(site.tenant)
  const { ajouter, retirer, premiere, fait } = LanguageAsked.parse(await searchParams)
  const asked: [LanguageAct, Locale | undefined][] = [
    ['add', ajouter],
    ['retire', retirer],
    ['lead', premiere],
  ]
  const [act, locale] = asked.find(([, one]) => one !== undefined) ?? []
  const { settings, head, draft } = desk
  const more = notSpoken(settings)
  return (
    <ConsoleFrame
      person={person}
      here="languages"
      title={settingsWords('groups.languages.title')}
      lead={settingsWords('groups.languages.text')}
    >
      <GroupNotices desk={desk} isKept={fait !== undefined} />
      <section aria-labelledby="parlees" className="max-w-[48rem]">
        <h2 id="parlees" className="mb-4 text-xl">
          {t('spoken')}
        </h2>
        <LanguageList here={here} spoken={settings.locales} inForce={head.settings.locales} uses={uses} />
        {act && locale && (
          <LanguageEffects
            {...{ act, locale, settings, here }}
            uses={uses[locale]}
            rowVersion={draft?.rowVersion ?? 0}
          />
        )}
        {more.length > 0 && (
          <div className="mt-8">
            <p className="mb-3 font-bold">{t('addOne')}</p>
            <div className="flex flex-wrap gap-3">
              {more.map((one) => (
                <ButtonLink
                  key={one}
                  href={`${here}?ajouter=${one}#suites`}
                  variant="secondary"
                  icon={<Icon name="plus" />}
                >
                  <span lang={one}>{ownNames[one]}</span>
                </ButtonLink>
              ))}
            </div>
            <p className="mt-3 text-base text-muted">{t('onlyThese')}</p>
          </div>
        )}
      </section>
      <section aria-labelledby="heure" className="mt-12">
        <h2 id="heure" className="mb-4 text-xl">
          {t('zone')}
        </h2>
        <GroupForm group="languages" desk={desk} origins={origins} />
      </section>
      <HistoryLinks groups={['languages']} />
    </ConsoleFrame>
  )
}
