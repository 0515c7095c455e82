import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ChangeForm, RemoveForm } from '@/components/comments/own-forms'
import { OwnState } from '@/components/comments/own-list'
import { WrittenText } from '@/components/ideas/written-text'
import { Page } from '@/components/layout/page'
import { AppealPanel } from '@/components/reports/appeal-panel'
import { Statement } from '@/components/reports/statement'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { requirePerson } from '@/lib/auth/require-person'
import { findOwnComment } from '@/lib/comments/own/queries'
import { limits } from '@/lib/comments/rules'
import { findStatement } from '@/lib/moderation/decisions/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('comments'))('change.title'), robots: { index: false } }
}

export default async function OwnCommentPage({ params }: { params: Promise<{ id: string }> }) {
  const person = await requirePerson()
  const { tenant } = await currentSite()
  const said = (await findOwnComment(tenant, person.id, (await params).id)) ?? notFound()
  const statement = said.state === 'hidden' ? await findStatement(tenant, said.id, person.id) : null
  const [t, href, format] = await Promise.all([getTranslations('comments'), currentHref(), getFormatter()])
  const back = (
    <a href={href('/mes-commentaires')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('mine.title')}
    </a>
  )
  const until = format.dateTime(said.editableUntil, { timeStyle: 'short', dateStyle: 'long' })
  return (
    <Page
      title={t('change.title')}
      lead={t('mine.under', { title: said.ideaTitle })}
      above={back}
      width="text"
    >
      <div className="space-y-8">
        <OwnState state={said.state} />
        {statement && (
          <>
            <AppealPanel statement={statement} kind="comment" subjectId={said.id} />
            <Statement
              statement={statement}
              email={tenant.contact.email}
              rulesHref={href(`/regles/${statement.ruleVersion ?? 1}`)}
            />
          </>
        )}
        {said.isEditable ? (
          <Card>
            <p className="mb-5 text-muted">{t('change.until', { date: until })}</p>
            <ChangeForm said={said} />
          </Card>
        ) : (
          <>
            <WrittenText text={said.body} />
            <p className="text-muted">{t('change.over', { minutes: limits.editMinutes })}</p>
          </>
        )}
        <section aria-labelledby="supprimer" className="border-t border-line pt-8">
          <h2 id="supprimer" className="text-xl md:text-xl">
            {t('change.removeTitle')}
          </h2>
          <p className="mt-2 mb-5">{t('change.removeText')}</p>
          <RemoveForm commentId={said.id} />
        </section>
      </div>
    </Page>
  )
}
