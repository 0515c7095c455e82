import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import type { OwnRemoval as Removal } from '@/lib/ideas/removals/queries'
import { moments } from './own-idea-panels'

/** For whoever wrote it: on what ground it was taken away, why, and where to disagree. */
export async function OwnRemoval({ removal, email }: { removal: Removal; email: string }) {
  const [t, { day }] = [await getTranslations('ideas.removed'), await moments()]
  return (
    <Notice tone="warn" title={t('title')}>
      <p>{t('text', { date: day(removal.at) })}</p>
      <p>
        {t(`grounds.${removal.ground}`)} <bdi>{removal.legal}</bdi>
      </p>
      <blockquote dir="auto" className="border-s-4 border-line ps-4 whitespace-pre-line">
        {removal.reason}
      </blockquote>
      <p>{t('remedy', { email })}</p>
    </Notice>
  )
}
