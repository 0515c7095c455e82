import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { isOffered } from '@/lib/tenancy/site'

/**
 * To tell the city that something is wrong with what one reads: `about` names it as the form's address does. The form is
 * a page of Décider; where a city has it switched off, its mailbox takes the report.
 */
export async function ReportLink({ about }: { about: string }) {
  const t = await getTranslations('reports')
  const [{ tenant }, href] = [await currentSite(), await currentHref()]
  const letter = `mailto:${tenant.contact.email}?subject=${encodeURIComponent(`${t('link')} (${about})`)}`
  return (
    <a
      href={isOffered(tenant, 'decider') ? href(`/signaler?${about}`, 'decider') : letter}
      rel="nofollow"
      className="mt-4 inline-flex min-h-11 items-center gap-2"
    >
      <Icon name="flag" />
      {t('link')}
    </a>
  )
}
