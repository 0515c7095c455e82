import { getFormatter, getTranslations } from 'next-intl/server'
import { deskRefusals } from '@/lib/moderation/rules'
import { treatmentRefusals } from '@/lib/ideas/moderation/rules'

/** A sentence for each way in which the desk says no. */
export async function deskRefusalSentences(): Promise<Record<string, string>> {
  const t = await getTranslations('desk')
  const codes = [...new Set([...deskRefusals, ...treatmentRefusals])]
  return Object.fromEntries(codes.map((code) => [code, t(`refusals.${code}`)]))
}

/** What a code is called; one that is no longer used is called « other ». */
export async function codeNames(): Promise<(code: string | null) => string> {
  const t = await getTranslations('moderation')
  return (code) =>
    t(t.has(`codes.${code}` as 'codes.other') ? (`codes.${code}` as 'codes.other') : 'codes.other')
}

export async function deskMoments() {
  const format = await getFormatter()
  return {
    day: (at: Date) => format.dateTime(at, { dateStyle: 'long' }),
    at: (at: Date) => format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' }),
    time: (at: Date) => format.dateTime(at, { timeStyle: 'short' }),
  }
}
