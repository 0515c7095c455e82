import { getFormatter, getTranslations } from 'next-intl/server'
import { WrittenText } from '@/components/ideas/written-text'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import type { IdeaFile } from '@/lib/ideas/examination/queries'
import { type Examiner, signingRefusal } from '@/lib/ideas/examination/rules'
import { DecisionMark } from './decision-mark'
import { FileSection } from './file-section'
import { SignForm } from './opinion-form'
import { OpinionText } from './opinion-text'

/** What waits for a signature, read as it will be, and what was signed before. */
export async function FileOpinions({
  file,
  person,
  isSignatory,
}: {
  file: IdeaFile
  person: Examiner
  isSignatory: boolean
}) {
  const [t, format] = await Promise.all([getTranslations('examination'), getFormatter()])
  const { draft, signed } = file
  const refusal = signingRefusal(draft, file.study, person.id)
  return (
    <>
      {draft && (
        <FileSection id="a-signer" title={t('toSign')} lead={t('toSignLead')} isNext>
          <DecisionMark decision={draft.decision} />
          <OpinionText opinion={draft} level="h3" />
          {isSignatory && !refusal && <SignForm ideaId={file.id} />}
          {refusal && refusal !== 'own_opinion' && <Notice tone="warn">{t(`refusals.${refusal}`)}</Notice>}
          {!isSignatory && <Notice>{t('waitsForSignature')}</Notice>}
        </FileSection>
      )}
      {signed.map((opinion) => (
        <FileSection
          key={opinion.id}
          id={`signe-${opinion.turn}`}
          title={t('signedOn', { date: format.dateTime(opinion.signedAt!, { dateStyle: 'long' }) })}
        >
          <DecisionMark decision={opinion.decision} />
          <p>
            {opinion.signedName}, {opinion.signedTitle}
          </p>
        </FileSection>
      ))}
    </>
  )
}

export async function FileQuestions({ questions }: { questions: IdeaFile['questions'] }) {
  const [t, format] = await Promise.all([getTranslations('examination'), getFormatter()])
  if (questions.length === 0) return <p className="text-muted">{t('noQuestions')}</p>
  return (
    <ul className="space-y-5">
      {questions.map(({ id, body, isPublic, askedAt, answer, answeredAt }) => (
        <li key={id}>
          <p className="flex flex-wrap items-center gap-3 text-base text-muted">
            {t('askedOn', { date: format.dateTime(askedAt, { dateStyle: 'long' }) })}
            {!isPublic && <Tag icon={<Icon name="lock" />}>{t('notPublic')}</Tag>}
          </p>
          <WrittenText text={body} />
          <div className="mt-2 border-s-4 border-line ps-4">
            {answeredAt && answer ? <WrittenText text={answer} /> : <p>{t('notAnswered')}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}

export async function FileDocuments({ documents }: { documents: IdeaFile['documents'] }) {
  const t = await getTranslations('examination')
  if (documents.length === 0) return <p className="text-muted">{t('noDocuments')}</p>
  return (
    <ul>
      {documents.map(({ id, label, kind, file, isPublic }) => (
        <li key={id} className="flex flex-wrap items-center gap-3">
          <a href={`/media/${file}`} className="inline-flex min-h-11 items-center gap-2">
            <Icon name={kind === 'pdf' ? 'file-text' : 'image'} />
            {label} ({t(`files.${kind}`)})
          </a>
          {!isPublic && <Tag icon={<Icon name="lock" />}>{t('notPublic')}</Tag>}
        </li>
      ))}
    </ul>
  )
}

export async function FileNotes({ notes }: { notes: IdeaFile['notes'] }) {
  const [t, format] = await Promise.all([getTranslations('examination'), getFormatter()])
  if (notes.length === 0) return <p className="text-muted">{t('noNotes')}</p>
  return (
    <ul className="space-y-4">
      {notes.map(({ id, body, at, name }) => (
        <li key={id} className="rounded-card bg-tint p-4">
          <p className="text-base text-muted">
            {[name, format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' })]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <WrittenText text={body} />
        </li>
      ))}
    </ul>
  )
}
