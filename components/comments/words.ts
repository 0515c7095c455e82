import { getFormatter, getTranslations } from 'next-intl/server'
import { commentRefusals, limits, ownCommentRefusals, voteRefusals } from '@/lib/comments/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

const figures = {
  max: limits.perHour,
  hours: limits.linksAfterHours,
  days: limits.daysBetweenUpdates,
}

export type Speech = Awaited<ReturnType<typeof speech>>

/** What every comment of a page needs to be shown in its reader's language. */
export async function speech() {
  const [t, format, href, { locale }] = await Promise.all([
    getTranslations('comments'),
    getFormatter(),
    currentHref(),
    currentSite(),
  ])
  return { t, format, href, locale }
}

/** Why a comment was not taken, for each reason there is. */
export async function refusalWords(): Promise<Record<string, string>> {
  const t = await getTranslations('comments.refusals')
  const codes = [...new Set([...commentRefusals, ...ownCommentRefusals, ...voteRefusals])]
  const maxOf = (code: string) => (code === 'too_many_mentions' ? limits.mentions : figures.max)
  return Object.fromEntries(codes.map((code) => [code, t(code, { ...figures, max: maxOf(code) })]))
}

export async function voteWords() {
  const t = await getTranslations('comments')
  return {
    useful: t('vote.useful'),
    useless: t('vote.useless'),
    group: t('vote.group'),
    thanks: t('vote.thanks'),
    already: t('vote.already'),
    takenBack: t('vote.takenBack'),
    manage: t('one.manage'),
    refusals: await refusalWords(),
  }
}
