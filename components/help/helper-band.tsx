import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { currentHref } from '@/lib/tenancy/current-site'
import type { Helping } from '@/lib/tenancy/help/rules'

/** Above each page of the console that somebody of the operator reads. */
export async function HelperBand({ helping: { email, subject, until } }: { helping: Helping }) {
  const t = await getTranslations('help.band')
  const format = await getFormatter()
  const href = await currentHref()
  const when = format.dateTime(until, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <div role="status" className="sticky top-0 z-20 mb-6 rounded-card border-2 border-warn bg-warn-tint p-4">
      <p className="flex items-center gap-2 font-bold">
        <Icon name="eye" />
        {t('title')}
      </p>
      <p className="mt-1 text-base">{t('text', { email, subject, when })}</p>
      <p className="mt-3">
        <ButtonLink href={href('/connexion/assistance')} variant="secondary" size="small">
          {t('leave')}
        </ButtonLink>
      </p>
    </div>
  )
}
