import { getTranslations } from 'next-intl/server'
import { newsLimits, newsRefusals } from '@/lib/agir/news/rules'
import { imageRefusals } from '@/lib/media/rules'

export const newsTones = {
  draft: 'neutral',
  submitted: 'warn',
  published: 'success',
  rejected: 'danger',
  hidden: 'danger',
} as const

/** A sentence for each way in which news, or one of its pictures, is declined. */
export async function newsSentences(): Promise<
  Record<(typeof newsRefusals)[number] | (typeof imageRefusals)[number], string>
> {
  const [own, files] = [
    await getTranslations('agirNews.refusals'),
    await getTranslations('deposit.imageRefusals'),
  ]
  const max = { max: newsLimits.images }
  const said = [
    ...newsRefusals.map((code) => [code, own(code, max)]),
    ...imageRefusals.map((code) => [code, files(code)]),
  ]
  return Object.fromEntries(said)
}
