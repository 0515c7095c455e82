import { getFormatter, getTranslations } from 'next-intl/server'
import { WrittenText } from '@/components/ideas/written-text'
import { Icon } from '@/components/ui/icon'
import type { SignedOpinion } from '@/lib/ideas/examination/story/queries'
import { currentHref } from '@/lib/tenancy/current-site'

const parts = ['understood', 'reasons', 'competence', 'cost', 'legalFrame', 'alternatives'] as const
type Given = Omit<SignedOpinion, 'id' | 'turn' | 'signedName' | 'signedTitle' | 'signedAt'>

/** An opinion as it is read: the answer, why, then each part of it, always in the same order. */
export async function OpinionText({ opinion, level: Heading }: { opinion: Given; level: 'h2' | 'h3' }) {
  const [t, format, href] = await Promise.all([getTranslations('examination'), getFormatter(), currentHref()])
  const elsewhere = opinion.elsewhere?.startsWith('/') ? href(opinion.elsewhere) : opinion.elsewhere
  return (
    <div className="space-y-6">
      {parts.map((part) => (
        <div key={part}>
          <Heading className="mb-1 text-lg md:text-lg">{t(`shown.${part}`)}</Heading>
          <WrittenText text={opinion[part]} />
        </div>
      ))}
      <div className="rounded-card bg-tint p-5">
        <Heading className="mb-1 text-lg md:text-lg">{t('shown.next')}</Heading>
        <WrittenText text={opinion.next} />
        {elsewhere && (
          <a href={elsewhere} className="mt-2 inline-flex min-h-11 items-center gap-2 font-bold">
            <Icon name="arrow-right" />
            {t('shown.elsewhere')}
          </a>
        )}
        {opinion.nextOn && (
          <p className="mt-2 font-bold">
            {t('shown.nextOn', {
              date: format.dateTime(new Date(`${opinion.nextOn}T12:00:00Z`), {
                dateStyle: 'long',
                timeZone: 'UTC',
              }),
            })}
          </p>
        )}
      </div>
    </div>
  )
}
