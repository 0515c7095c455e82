import { getFormatter, getTranslations } from 'next-intl/server'
import { WrittenText } from '@/components/ideas/written-text'
import type { SignedOpinion } from '@/lib/ideas/examination/story/queries'

const parts = ['understood', 'reasons', 'competence', 'cost', 'legalFrame', 'alternatives'] as const
type Given = Omit<SignedOpinion, 'id' | 'turn' | 'signedName' | 'signedTitle' | 'signedAt'>

/** An opinion as it is read: the answer, why, then each part of it, always in the same order. */
export async function OpinionText({ opinion, level: Heading }: { opinion: Given; level: 'h2' | 'h3' }) {
  const [t, format] = await Promise.all([getTranslations('examination'), getFormatter()])
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
