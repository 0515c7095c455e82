import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { reasonKinds } from '@/lib/agir/suggestions/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { ForYou } from './for-you'

/** Where the home keeps a place for what one reader alone is shown. */
export async function ForYouPlace() {
  const [{ locale }, t, href] = await Promise.all([
    currentSite(),
    getTranslations('agirWishes'),
    currentHref(),
  ])
  const blanks = { said: '{said}', metres: '{metres}' }
  const reasons = Object.fromEntries(reasonKinds.map((kind) => [kind, t(`reasons.${kind}`, blanks)]))
  const words = {
    locale,
    title: t('forYou.title'),
    all: t('forYou.all'),
    whenYouCan: t('forYou.whenYouCan'),
    offer: t('forYou.offer'),
    offerLink: t('forYou.offerLink'),
    reasons,
  }
  return <ForYou words={words} href={href('/pour-vous')} icon={<Icon name="sparkles" className="mt-1" />} />
}
