import { getFormatter, getTranslations } from 'next-intl/server'
import { formWords } from '@/components/forms/form-words'
import { type MessageRefusal, messageRefusals } from '@/lib/agir/conversations/rules'
import { currentSite } from '@/lib/tenancy/current-site'

/** What every form of messages says when it fails. */
export async function messageForms() {
  const t = await getTranslations('agirMessages')
  const refusals = Object.fromEntries(messageRefusals.map((code) => [code, t(`refusals.${code}`)]))
  return {
    words: await formWords(),
    labels: { body: t('write.title') },
    refusals: refusals as Record<MessageRefusal, string>,
  }
}

/** A day and an hour, as the city's clocks show them. */
export async function momentWords() {
  const [format, { tenant }] = await Promise.all([getFormatter(), currentSite()])
  return (at: Date) =>
    format.dateTime(at, { dateStyle: 'long', timeStyle: 'short', timeZone: tenant.timeZone })
}
