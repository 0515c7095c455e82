import { getFormatter, getTranslations } from 'next-intl/server'
import { Section } from '@/components/ideas/section'
import { WrittenText } from '@/components/ideas/written-text'
import { Fold } from '@/components/ui/fold'
import { Icon } from '@/components/ui/icon'
import { localized } from '@/lib/i18n/localized'
import type { PublicIdea } from '@/lib/ideas/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { DecisionMark } from './decision-mark'
import { MilestoneList } from './milestone-list'
import { OpinionText } from './opinion-text'
import { StudyTable } from './study-table'

/** Everything the city has said about an idea: what was decided and why, what became of it, what it asked. */
export async function CityAnswer({ idea }: { idea: PublicIdea }) {
  const { opinions, milestones, questions, documents } = idea.story
  if (opinions.length + milestones.length + questions.length + documents.length === 0) return null
  return (
    <>
      {opinions.length > 0 && <Opinions idea={idea} />}
      {milestones.length > 0 && <Milestones idea={idea} />}
      {questions.length > 0 && <Questions idea={idea} />}
      {documents.length > 0 && <Documents idea={idea} />}
    </>
  )
}

async function Opinions({ idea }: { idea: PublicIdea }) {
  const [{ tenant, locale }, t, format, href] = await Promise.all([
    currentSite(),
    getTranslations('examination'),
    getFormatter(),
    currentHref(),
  ])
  const [latest, ...earlier] = idea.story.opinions
  const department = tenant.departments.find(({ id }) => id === idea.story.study?.departmentId)
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'long', timeZone: idea.timeZone ?? undefined })
  const signed = {
    name: latest!.signedName ?? '',
    title: latest!.signedTitle ?? '',
    date: day(latest!.signedAt),
  }
  return (
    <Section id="avis" title={t('answer')}>
      <div className="overflow-hidden rounded-card border border-line">
        <div className="border-b border-line p-5 md:p-6">
          <DecisionMark decision={latest!.decision} />
          <p className="mt-3">{t('signedBy', signed)}</p>
          {department && (
            <p className="text-base text-muted">
              {t('studiedBy', { department: localized(department.name, locale, tenant) })}
            </p>
          )}
        </div>
        <div className="space-y-6 p-5 md:p-6">
          <OpinionText opinion={latest!} level="h3" />
          {idea.story.study && <StudyTable study={idea.story.study} />}
          <p>
            <a
              href={href(`/idees/${idea.slug}/avis`)}
              className="inline-flex min-h-11 items-center gap-2 font-bold"
            >
              <Icon name="printer" />
              {t('printable')}
            </a>
          </p>
        </div>
      </div>
      {earlier.map((opinion) => (
        <Fold
          key={opinion.id}
          className="mt-4"
          title={t('earlier', { date: day(opinion.signedAt), decision: t(`decisions.${opinion.decision}`) })}
        >
          <OpinionText opinion={opinion} level="h3" />
        </Fold>
      ))}
    </Section>
  )
}

async function Milestones({ idea }: { idea: PublicIdea }) {
  const t = await getTranslations('examination')
  return (
    <Section id="realisation" title={t('becomes')}>
      <MilestoneList milestones={idea.story.milestones} />
    </Section>
  )
}

async function Questions({ idea }: { idea: PublicIdea }) {
  const [t, format] = await Promise.all([getTranslations('examination'), getFormatter()])
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'long', timeZone: idea.timeZone ?? undefined })
  return (
    <Section id="questions" title={t('questions')}>
      <ul className="space-y-6">
        {idea.story.questions.map(({ id, body, askedAt, answer, answeredAt }) => (
          <li key={id}>
            <p className="text-base text-muted">{t('askedOn', { date: day(askedAt) })}</p>
            <WrittenText text={body} />
            <div className="mt-3 border-s-4 border-line ps-4">
              <p className="text-base text-muted">
                {answeredAt ? t('answeredOn', { date: day(answeredAt) }) : t('notAnswered')}
              </p>
              {answer && <WrittenText text={answer} lang={idea.locale} />}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function Documents({ idea }: { idea: PublicIdea }) {
  const t = await getTranslations('examination')
  return (
    <Section id="documents" title={t('documents')}>
      <ul>
        {idea.story.documents.map(({ id, label, kind, file }) => (
          <li key={id}>
            <a href={`/media/${file}`} className="inline-flex min-h-11 items-center gap-2">
              <Icon name={kind === 'pdf' ? 'file-text' : 'image'} />
              {label} ({t(`files.${kind}`)})
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
