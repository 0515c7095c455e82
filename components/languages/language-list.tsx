import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import { ownNames } from '@/lib/i18n/own-names'
import type { Uses } from '@/lib/tenancy/languages/rules'
import type { Locale } from '@/tenants/tenant'

type Props = {
  here: string
  spoken: readonly Locale[]
  inForce: readonly Locale[]
  uses: Record<Locale, Uses>
}

/** The languages of the city, its first one first, with who reads each and what is written in it. */
export async function LanguageList({ here, spoken, inForce, uses }: Props) {
  const [t, format] = [await getTranslations('languages'), await getFormatter()]
  return (
    <ol className="divide-y divide-line border-y border-line">
      {spoken.map((locale, index) => (
        <li key={locale} className="flex flex-wrap items-center gap-x-6 gap-y-3 py-5">
          <div className="min-w-60 flex-1">
            <p className="flex flex-wrap items-center gap-3 font-bold">
              <span lang={locale}>{ownNames[locale]}</span>
              {index === 0 && <Tag tone="action">{t('first')}</Tag>}
              {!inForce.includes(locale) && <Tag tone="accent">{t('added')}</Tag>}
            </p>
            <p className="mt-1 text-base text-muted">
              {index === 0 ? t('noPrefix') : t('prefix', { prefix: `/${locale}/` })}
            </p>
            <p className="text-base text-muted">
              {t('read', { count: uses[locale].people, number: format.number(uses[locale].people) })} ·{' '}
              {t('written', {
                count: uses[locale].ideas + uses[locale].comments + uses[locale].consultations,
                number: format.number(
                  uses[locale].ideas + uses[locale].comments + uses[locale].consultations,
                ),
              })}
            </p>
          </div>
          {spoken.length > 1 && (
            <div className="flex flex-wrap gap-3">
              {index > 0 && (
                <ButtonLink href={`${here}?premiere=${locale}#suites`} variant="secondary" size="small">
                  {t('acts.lead.ask')}
                  <span className="sr-only">: {ownNames[locale]}</span>
                </ButtonLink>
              )}
              <ButtonLink href={`${here}?retirer=${locale}#suites`} variant="quiet" size="small">
                {t('acts.retire.ask')}
                <span className="sr-only">: {ownNames[locale]}</span>
              </ButtonLink>
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
