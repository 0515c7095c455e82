import { getFormatter, getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { namedIn, type Reason, roundedMetres } from '@/lib/agir/suggestions/rules'
import { localized } from '@/lib/i18n/localized'
import { currentSite } from '@/lib/tenancy/current-site'

/** Why this is suggested, in words. */
export async function Reasons({ reasons, metres }: { reasons: Reason[]; metres: number | null }) {
  const [{ tenant, locale }, t, format] = await Promise.all([
    currentSite(),
    getTranslations('agirWishes.reasons'),
    getFormatter(),
  ])
  return (
    <ul className="space-y-1 px-1 pt-2 text-base text-muted">
      {reasons.map((reason) => (
        <li key={reason.kind} className="flex gap-1.5">
          <Icon name="sparkles" className="mt-1 shrink-0" />
          <span>
            {t(reason.kind, {
              said: namedIn(reason, tenant, (name) => localized(name, locale, tenant)),
              metres: format.number(roundedMetres(metres)),
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}
