import { getTranslations } from 'next-intl/server'
import { ideaWords } from '@/lib/i18n/words'
import { currentSite } from '@/lib/tenancy/current-site'

export type FollowWords = Awaited<ReturnType<typeof followWords>>

export async function followWords() {
  const t = await getTranslations('supports.follow')
  return {
    title: t('title'),
    label: t('label', ideaWords(await currentSite())),
    hint: t('hint'),
    save: t('save'),
    on: t('on'),
    stop: t('stop'),
  }
}
