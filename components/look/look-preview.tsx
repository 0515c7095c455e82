import { getTranslations } from 'next-intl/server'
import { Logo } from '@/components/layout/logo'
import { Monogram } from '@/components/layout/monogram'
import { Signature } from '@/components/layout/signature'
import { Tag } from '@/components/ui/tag'
import { localized } from '@/lib/i18n/localized'
import { ideaWords } from '@/lib/i18n/words'
import { homePlatform, type Site } from '@/lib/tenancy/site'

/** The look being tried, by day and by night, on the parts that every page is made of. */
export async function LookPreview({ site }: { site: Site }) {
  const t = await getTranslations('look')
  return (
    <div className="grid gap-6 2xl:grid-cols-2">
      {(['light', 'dark'] as const).map((scheme) => (
        <figure key={scheme}>
          <figcaption className="mb-2 text-base font-bold">{t(`schemes.${scheme}`)}</figcaption>
          <div
            className={`trial-${scheme} overflow-hidden rounded-card border border-line bg-paper text-ink`}
          >
            <Screen site={site} scheme={scheme} />
          </div>
        </figure>
      ))}
    </div>
  )
}

async function Screen({ site, scheme }: { site: Site; scheme: 'light' | 'dark' }) {
  const { hero, seed } = site.tenant.theme
  const said = <Promise site={site} />
  return (
    <>
      <Top site={site} scheme={scheme} />
      {hero === 'split' ? (
        <div className="grid grid-cols-[minmax(0,1fr)_30%] bg-tint">
          <div className="p-5">{said}</div>
          <div className="bg-deep">
            <Signature seed={seed} ground="deep" scale={3} className="h-full" />
          </div>
        </div>
      ) : (
        <div className="ground-deep">
          <div className="p-5">{said}</div>
          <Signature seed={seed} ground="deep" scale={2} className={hero === 'map' ? 'h-4' : 'h-12'} />
        </div>
      )}
      <Below />
    </>
  )
}

const tops = {
  line: 'flex-row items-center',
  stacked: 'flex-col gap-2',
  deep: 'ground-deep flex-row items-center [--action:var(--on-deep)] [--on-action:var(--deep)]',
}

async function Top({ site, scheme }: { site: Site; scheme: 'light' | 'dark' }) {
  const t = await getTranslations('site')
  const { tenant, locale } = site
  const { header, logo, monogram } = tenant.theme
  const ground = header === 'deep' ? 'dark' : scheme
  const platform = homePlatform(tenant)
  const [here, next] =
    platform === 'agir'
      ? [t('nav.activities'), t('nav.organisations')]
      : [t('nav.ideas', ideaWords(site)), t('nav.consultations')]
  return (
    <div className={`flex flex-wrap gap-x-4 border-b border-line px-5 py-3 ${tops[header]}`}>
      <span className="flex items-center gap-3 font-title text-lg leading-tight font-bold">
        {logo ? (
          <Logo logo={logo} alt={localized(logo.alt, locale, tenant)} ground={ground} className="h-11" />
        ) : (
          <Monogram letters={monogram} />
        )}
        {localized(tenant.platformNames[platform], locale, tenant)}
      </span>
      <span className="flex gap-4 text-base font-bold">
        <span className="underline decoration-action decoration-3 underline-offset-8">{here}</span>
        <span>{next}</span>
      </span>
    </div>
  )
}

async function Promise({ site }: { site: Site }) {
  const isAgir = homePlatform(site.tenant) === 'agir'
  const [t, agir] = [await getTranslations('home'), await getTranslations('agirHome')]
  const words = ideaWords(site)
  const isSplit = site.tenant.theme.hero === 'split'
  return (
    <>
      <p className="font-title text-2xl leading-tight font-bold">
        {isAgir ? agir('title') : t('promise', words)}
      </p>
      <span
        className={`mt-4 inline-flex min-h-11 items-center rounded-control px-5 text-base font-bold ${isSplit ? 'bg-action text-on-action' : 'bg-on-deep text-deep'}`}
      >
        {isAgir ? agir('searchButton') : t('deposit', words)}
      </span>
    </>
  )
}

async function Below() {
  const t = await getTranslations('look')
  return (
    <div className="space-y-4 p-5">
      <p className="text-base">
        {t('sample.text')} <span className="text-link underline">{t('sample.link')}</span>
      </p>
      <div className="rounded-card border border-line p-4">
        <p className="font-title text-lg font-bold">{t('sample.title')}</p>
        <progress className="bar mt-3" max={10} value={7} aria-label={t('sample.progress')} />
        <p className="mt-2 flex flex-wrap items-center gap-3 text-base text-muted">
          {t('sample.progress')} <Tag tone="success">{t('sample.tag')}</Tag>
        </p>
      </div>
      <span className="inline-flex min-h-11 items-center rounded-control bg-action px-5 text-base font-bold text-on-action">
        {t('sample.button')}
      </span>
    </div>
  )
}
