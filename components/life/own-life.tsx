import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/author/own-idea-panels'
import { OneButton } from '@/components/author/own-forms'
import type { OwnIdea } from '@/lib/ideas/authoring/queries'
import { splitRefusal } from '@/lib/ideas/authoring/rules'
import type { Site } from '@/lib/tenancy/site'
import { type Beside, CarriersPanel } from './carriers-panel'
import { LeavePanel } from './own-panels'

/** With whom one carries a text, how to make two of it, and how to leave it to somebody else. */
export async function OwnLife({ site, idea, beside }: { site: Site; idea: OwnIdea; beside: Beside }) {
  const t = await getTranslations('life')
  return (
    <>
      <CarriersPanel idea={idea} beside={beside} />
      {idea.isAuthor && splitRefusal(idea) === null && (
        <Section title={t('own.split.title')}>
          <p>{t('own.split.text')}</p>
          <OneButton site={site} ideaId={idea.id} does="split">
            {t('own.split.submit')}
          </OneButton>
        </Section>
      )}
      {idea.isAuthor && <LeavePanel site={site} idea={idea} />}
    </>
  )
}
