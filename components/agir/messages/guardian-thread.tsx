import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ideas/section'
import type { ReadByGuardian } from '@/lib/agir/conversations/guardians/queries'
import { momentWords } from './words'

/** What was written with whoever a guardian answers for, to read. */
export async function GuardianThread({ said, name }: { said: ReadByGuardian; name: string }) {
  const [t, moment] = await Promise.all([getTranslations('agirMessages.guardian'), momentWords()])
  return (
    <Section id="messages" title={t('title')}>
      {said.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <ol className="space-y-4">
          {said.map(({ id, side, body, at }) => (
            <li key={id} className="rounded-card border border-line bg-paper p-4">
              <p className="text-base">
                <bdi className="font-bold">{side === 'person' ? name : t('team')}</bdi>
                {' · '}
                <time dateTime={at.toISOString()}>{moment(at)}</time>
              </p>
              <p dir="auto" className="mt-1 whitespace-pre-line wrap-anywhere">
                {body}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
