import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ownNames } from '@/lib/i18n/own-names'
import type { Accepted } from '@/lib/people/acceptances/queries'
import { currentHref } from '@/lib/tenancy/current-site'
import { legalPaths } from '@/lib/tenancy/legal/rules'
import type { Locale } from '@/tenants/tenant'

/** What one has agreed to, each a link to the text as it was then. */
export async function AgreedList({ accepted }: { accepted: Accepted[] }) {
  const t = await getTranslations('account.agreed')
  const titles = await getTranslations('legal.titles')
  const format = await getFormatter()
  const href = await currentHref()
  if (accepted.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <ul className="divide-y divide-line">
      {accepted.map(({ document, version, locale, at }) => (
        <li key={`${document}${version}`} className="py-3">
          <a href={`${href(legalPaths[document])}?version=${version}`} className="font-bold">
            {t('line', { title: titles(document), version })}
          </a>
          <span className="block text-muted">
            {t('when', {
              date: format.dateTime(at, { dateStyle: 'long' }),
              language: ownNames[locale as Locale] ?? locale,
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A new version is there and has not been answered yet. */
export async function StillAsked() {
  const t = await getTranslations('account.agreed')
  const href = await currentHref()
  const here = encodeURIComponent(href('/compte'))
  return (
    <div className="mb-6">
      <Notice tone="info" title={t('owed')}>
        <p>{t('owedText')}</p>
        <ButtonLink href={`${href('/connexion/conditions')}?suite=${here}`} variant="secondary">
          {t('answer')}
        </ButtonLink>
      </Notice>
    </div>
  )
}
