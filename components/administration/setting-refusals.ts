import { getTranslations } from 'next-intl/server'
import type { SetRefusal } from '@/lib/tenancy/desk/commands'

/** Why settings were not put in the draft, each with what to do. */
export async function settingRefusals(): Promise<Record<SetRefusal, string>> {
  const [t, own] = await Promise.all([getTranslations('settings'), getTranslations('look')])
  return {
    draft_gone: t('refusals.draft_gone'),
    draft_closed: t('refusals.draft_closed'),
    not_yours_to_set: t('refusals.not_yours_to_set'),
    edited_meanwhile: t('refusals.published_meanwhile'),
    cannot_be_so: own('cannot_be_so'),
  }
}
