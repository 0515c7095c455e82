import { getTranslations } from 'next-intl/server'
import { Fold } from '@/components/ui/fold'
import { QrCode } from '@/components/ui/qr-code'
import type { OwnRegistration } from '@/lib/agir/registrations/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

/** What one shows on arriving: a code that can be read out, and the same as an address that whoever organises opens. */
export async function Pass({ one }: { one: OwnRegistration }) {
  const { code } = one
  const [{ origin }, href, t] = await Promise.all([
    currentSite(),
    currentHref(),
    getTranslations('agirDay.pass'),
  ])
  const door = href(`/mes-activites/${one.activityId}/dates/${one.dateId}/accueil`)
  return (
    <Fold title={t('title')} className="mt-2">
      <div className="flex flex-wrap items-center gap-5">
        <QrCode text={`${origin}${door}?code=${code}`} label={t('image')} className="size-44 rounded-card" />
        <div className="min-w-40 flex-1">
          <p dir="ltr" className="font-mono text-2xl font-bold tracking-widest rtl:text-end">
            {code}
          </p>
          <p className="mt-1 text-muted">{t('text')}</p>
        </div>
      </div>
    </Fold>
  )
}
