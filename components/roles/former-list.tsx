import { getFormatter, getTranslations } from 'next-intl/server'
import type { HeldRole } from '@/lib/people/roles/queries'
import { placeName, type Places } from './places'

/** What was entrusted and no longer is. */
export async function FormerList({ former, places }: { former: HeldRole[]; places: Places }) {
  const t = await getTranslations('roles')
  const format = await getFormatter()
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <section aria-labelledby="termines">
      <h2 id="termines" className="text-xl">
        {t('former')}
      </h2>
      {former.length === 0 && <p className="mt-2 text-muted">{t('formerNone')}</p>}
      <ul className="mt-3 space-y-3">
        {former.map((role) => (
          <li key={role.id}>
            <span dir="auto" className="font-bold wrap-anywhere">
              {role.name ?? t('nameless')}
            </span>
            {' · '}
            {t(`names.${role.role}`)} · {placeName(places, role)}
            <span className="block text-base text-muted">
              {role.revokedAt
                ? t('revokedBy', { date: day(role.revokedAt), name: role.takenBackBy ?? t('byOperator') })
                : t('endedOn', { date: day(role.endsAt!) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
