import { getTranslations } from 'next-intl/server'
import type { IdeaFile } from '@/lib/ideas/examination/queries'
import type { Examiner } from '@/lib/ideas/examination/rules'
import { actsAs } from '@/lib/people/rules'
import type { Site } from '@/lib/tenancy/site'
import { AdmitForm, AcknowledgeForm, ChargeForm, ReopenForm } from './charge-forms'
import { FileAside } from './file-aside'
import { AttachmentForm, MilestoneForm, NoteForm, QuestionForm } from './file-forms'
import { FileDocuments, FileNotes, FileOpinions, FileQuestions } from './file-held'
import { FileSection } from './file-section'
import { MilestoneList } from './milestone-list'
import { OpinionForm } from './opinion-form'
import { StudyForm } from './study-form'

export type FileProps = {
  file: IdeaFile
  site: Site
  person: Examiner
  now: Date
  hrefOn: (path: string) => string
}

/** A file read from top to bottom: what to do now first, then all it holds. */
export async function ExaminationFile(props: FileProps) {
  const { file, site, person } = props
  const t = await getTranslations('examination')
  const isInstructor = actsAs(person, 'instructor', file)
  const isSignatory = actsAs(person, 'signatory', file)
  const studied = file.examination === 'admissibility' || file.examination === 'study'
  const promised = file.examination === 'opinion_favourable' || file.examination === 'opinion_partial'
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="space-y-10">
        {isInstructor && file.examination === 'due' && <Beginning {...props} />}
        {isInstructor && file.examination === 'admissibility' && (
          <FileSection id="recevabilite" title={t('admitTitle')} lead={t('admitLead')} isNext>
            <AdmitForm ideaId={file.id} />
          </FileSection>
        )}
        <FileOpinions {...{ file, person, isSignatory }} />
        {promised && (isInstructor || isSignatory) && (
          <FileSection
            id="realisation"
            title={t('becomes')}
            lead={t('milestoneLead')}
            isNext={file.delivery !== 'delivered' && file.delivery !== 'abandoned'}
          >
            <MilestoneList milestones={file.milestones} />
            <MilestoneForm ideaId={file.id} isSignatory={isSignatory} />
          </FileSection>
        )}
        {isInstructor && studied && (
          <>
            <FileSection id="etude" title={t('studyTitle')} lead={t('studyLead')}>
              <StudyForm ideaId={file.id} study={file.study} />
            </FileSection>
            <FileSection id="avis" title={t('opinionTitle')} lead={t('opinionLead')}>
              <OpinionForm ideaId={file.id} draft={file.draft} locale={site.locale} />
            </FileSection>
          </>
        )}
        {(studied || file.questions.length > 0) && (
          <FileSection id="questions" title={t('questions')} lead={t('questionsLead')}>
            <FileQuestions questions={file.questions} />
            {isInstructor && studied && <QuestionForm ideaId={file.id} />}
          </FileSection>
        )}
        <FileSection id="documents" title={t('documents')}>
          <FileDocuments documents={file.documents} />
          {isInstructor && <AttachmentForm ideaId={file.id} />}
        </FileSection>
        <FileSection id="notes" title={t('notes')} lead={t('notesLead')}>
          <FileNotes notes={file.notes} />
          <NoteForm ideaId={file.id} />
        </FileSection>
        {isSignatory && file.signed.length > 0 && file.delivery === 'none' && !studied && (
          <FileSection id="reouverture" title={t('reopen')} lead={t('reopenLead')}>
            <ReopenForm ideaId={file.id} />
          </FileSection>
        )}
      </div>
      <FileAside {...props} />
    </div>
  )
}

async function Beginning({ file, site }: FileProps) {
  const t = await getTranslations('examination')
  const isOwed = file.duties.some(
    ({ kind, metAt, waivedAt }) => kind === 'acknowledge' && !metAt && !waivedAt,
  )
  return (
    <FileSection id="charge" title={t('takeTitle')} lead={t('takeLead')} isNext>
      {isOwed && <AcknowledgeForm ideaId={file.id} />}
      <ChargeForm ideaId={file.id} departmentId={null} site={site} />
    </FileSection>
  )
}
