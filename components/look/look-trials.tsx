import { getTranslations } from 'next-intl/server'
import { Signature } from '@/components/layout/signature'
import type { Site } from '@/lib/tenancy/site'

/** How colours reach eyes that lack one kind of cone (Machado, Oliveira and Fernandes, 2009). */
const eyes = {
  protanopia: '0.152 1.053 -0.205 0 0 0.115 0.786 0.099 0 0 -0.004 -0.048 1.052 0 0 0 0 0 1 0',
  deuteranopia: '0.367 0.861 -0.228 0 0 0.280 0.673 0.047 0 0 -0.012 0.043 0.969 0 0 0 0 0 1 0',
  tritanopia: '1.256 -0.077 -0.179 0 0 -0.078 0.931 0.148 0 0 0.005 0.691 0.304 0 0 0 0 0 1 0',
}
const seen = {
  protanopia: '[filter:url(#protanopia)]',
  deuteranopia: '[filter:url(#deuteranopia)]',
  tritanopia: '[filter:url(#tritanopia)]',
}

/** The same colours as other eyes see them, and where a reader has put their own in their place. */
export async function LookTrials({ site }: { site: Site }) {
  const t = await getTranslations('look')
  return (
    <details className="rounded-card border border-line">
      <summary className="flex min-h-11 items-center px-4 font-bold">{t('trials.title')}</summary>
      <div className="grid gap-5 border-t border-line p-4 sm:grid-cols-2">
        <svg width="0" height="0" aria-hidden="true" className="absolute">
          {Object.entries(eyes).map(([name, values]) => (
            <filter key={name} id={name} colorInterpolationFilters="linearRGB">
              <feColorMatrix type="matrix" values={values} />
            </filter>
          ))}
        </svg>
        {(['protanopia', 'deuteranopia', 'tritanopia'] as const).map((name) => (
          <Trial key={name} title={t(`trials.${name}`)} look={`trial-light ${seen[name]}`} site={site} />
        ))}
        <Trial title={t('trials.forced')} look="trial-forced" site={site} />
      </div>
    </details>
  )
}

async function Trial({ title, look, site }: { title: string; look: string; site: Site }) {
  const t = await getTranslations('look')
  return (
    <figure>
      <figcaption className="mb-2 text-base">{title}</figcaption>
      <div className={`overflow-hidden rounded-card border border-line bg-paper text-ink ${look}`}>
        <Signature seed={site.tenant.theme.seed} className="h-8" />
        <div className="space-y-3 p-4 text-base">
          <p>
            {t('sample.text')} <span className="text-link underline">{t('sample.link')}</span>
          </p>
          <progress className="bar" max={10} value={7} aria-label={t('sample.progress')} />
          <span className="inline-flex min-h-11 items-center rounded-control border border-control bg-action px-4 font-bold text-on-action">
            {t('sample.button')}
          </span>
        </div>
      </div>
    </figure>
  )
}
