import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { isInConsole } from '@/components/administration/console-links'
import { ConsoleFrame } from '@/components/administration/frame'
import { HistoryLinks } from '@/components/administration/history-links'
import { ColourVerdict } from '@/components/look/colour-verdict'
import { LogoForm } from '@/components/look/logo-form'
import { LookForm } from '@/components/look/look-form'
import { LookPreview } from '@/components/look/look-preview'
import { LookTrials } from '@/components/look/look-trials'
import { Notice } from '@/components/ui/notice'
import { requireRole } from '@/lib/auth/require-role'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { findDesk } from '@/lib/tenancy/drafts/queries'
import { lookIn, lookKeys } from '@/lib/tenancy/look/rules'
import { themeProblems } from '@/lib/theme/rules'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('look'))('title'), robots: { index: false } }
}

const draftPath = '/administration/brouillon'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function LookPage({ searchParams }: Props) {
  const person = await requireRole('admin')
  const site = await currentSite()
  const [t, href, asked, desk] = await Promise.all([
    getTranslations('look'),
    currentHref(),
    searchParams,
    findDesk(site.tenant),
  ])
  const theme = lookIn(asked, desk.settings.theme)
  const here = href('/administration/apparence')
  const query = new URLSearchParams(lookKeys.map((key) => [key, theme[key]]))
  const done = (['look', 'logo', 'nologo'] as const).find((one) => one === asked.fait)
  const rowVersion = desk.draft?.rowVersion ?? 0
  return (
    <ConsoleFrame person={person} here="appearance" title={t('title')} lead={t('lead')}>
      {done && (
        <div className="mb-8">
          <Notice tone="success" live="status" title={t(`done.${done}`)}>
            {isInConsole(draftPath) && <a href={href(draftPath)}>{t('toDraft')}</a>}
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
        <LookForm theme={theme} rowVersion={rowVersion} here={here} />
        <section id="apercu" aria-labelledby="apercu-titre" className="min-w-0 space-y-6 xl:sticky xl:top-6">
          <link rel="stylesheet" href={`${here}/feuille?${query}`} />
          <h2 id="apercu-titre" className="text-xl">
            {t('preview')}
          </h2>
          <ColourVerdict problems={themeProblems(theme)} />
          <LookPreview site={{ ...site, tenant: { ...desk.settings, theme } }} />
          <LookTrials site={{ ...site, tenant: { ...desk.settings, theme } }} />
        </section>
      </div>
      <LogoForm tenant={desk.settings} rowVersion={rowVersion} />
      <HistoryLinks groups={['look']} />
    </ConsoleFrame>
  )
}
