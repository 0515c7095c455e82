import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { PublicActivity } from '@/lib/agir/activities/queries'
import { currentHref } from '@/lib/tenancy/current-site'

/** A question to those who organise, where somebody does: what was imported has nobody here who would answer. */
export async function AskLink({ activity }: { activity: PublicActivity }) {
  const [t, href] = await Promise.all([getTranslations('agirMessages.ways'), currentHref()])
  if (activity.publication !== 'published' || !(activity.organisation ?? activity.organiserName)) return null
  return (
    <ButtonLink
      href={href(`/messages/nouveau?activite=${activity.id}`)}
      variant="secondary"
      wide
      rel="nofollow"
      icon={<Icon name="message-circle" />}
    >
      {t('ask')}
    </ButtonLink>
  )
}
