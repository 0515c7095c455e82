import type { ReactNode } from 'react'
import { getTranslations } from 'next-intl/server'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import { actsOnFile, tellableMilestones } from '@/lib/ideas/examination/rules'
import { actsAs } from '@/lib/people/rules'
import { AcknowledgeForm, AdmitForm, ChargeForm, ReopenForm } from './charge-forms'
import { FileAside, FileFacts } from './file-aside'
import type { FileProps } from './file-props'
import { AttachmentForm, BecomeForm, MilestoneForm, NoteForm, QuestionForm } from './file-forms'
import { FileDocuments, FileNotes, FileOpinions, FileQuestions } from './file-held'
import { FileNav } from './file-nav'
import { type FilePart, partsOf } from './file-parts'
import { FileSection } from './file-section'
import { MilestoneList } from './milestone-list'
import { OpinionForm } from './opinion-form'
import { StudyForm } from './study-form'

/** The line under the parts of a file serves the first section too, unless that one stands out. */
const partLook =
  'space-y-8 [&>section:first-child:not(.rounded-card)]:border-t-0 [&>section:first-child:not(.rounded-card)]:pt-0'

/** A file, one part at a time: what to do now unless another is asked for. */
export async function ExaminationFile({ asked, ...props }: FileProps & { asked: FilePart | undefined }) {
  const parts = partsOf(props.file, props.person)
  const part = parts.find((one) => one === asked) ?? parts[0]!
  const Part = partViews[part]
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="lg:col-span-2">
        <FileFacts {...props} />
      </div>
      <div className="space-y-8">
        <FileNav {...{ parts, part }} file={props.file} hrefOn={props.hrefOn} />
        <div className={partLook}>
          <Part {...props} />
        </div>
      </div>
      <FileAside {...props} />
    </div>
  )
}

const partViews: Record<FilePart, (props: FileProps) => Promise<ReactNode>> = {
  charge: Beginning,
  recevabilite: Admissibility,
  signature: Opinions,
  realisation: Delivery,
  etude: Study,
  avis: Opinion,
  questions: Questions,
  documents: Documents,
  notes: Notes,
  reouverture: Reopening,
}

async function Beginning({ file, site, person }: FileProps) {
  const t = await getTranslations('examination')
  const isOwed = file.duties.some(
    ({ kind, metAt, waivedAt }) => kind === 'acknowledge' && !metAt && !waivedAt,
  )
  return (
    <FileSection id="charge" title={t('takeTitle')} lead={t('takeLead')} isNext>
      {isOwed && <AcknowledgeForm ideaId={file.id} />}
      <ChargeForm
        ideaId={file.id}
        departmentId={null}
        site={site}
        mayChoose={(departmentId) => actsAs(person, 'instructor', { ...file, departmentId })}
      />
    </FileSection>
  )
}

async function Admissibility({ file }: FileProps) {
  const t = await getTranslations('examination')
  return (
    <FileSection id="recevabilite" title={t('admitTitle')} lead={t('admitLead')} isNext>
      <AdmitForm ideaId={file.id} />
    </FileSection>
  )
}

async function Opinions({ file, person }: FileProps) {
  return <FileOpinions {...{ file, person }} isSignatory={actsAs(person, 'signatory', file)} />
}

async function Delivery({ file, person, hrefOn }: FileProps) {
  const t = await getTranslations('examination')
  const isOver = file.delivery === 'delivered' || file.delivery === 'abandoned'
  const kinds = tellableMilestones(file, {
    isSignatory: actsAs(person, 'signatory', file),
    isInstructor: actsOnFile(person, 'instructor', file),
  })
  return (
    <FileSection
      id="realisation"
      title={t('becomes')}
      lead={t('milestoneLead')}
      isNext={!isOver && kinds.length > 0}
    >
      <MilestoneList milestones={file.milestones} />
      {file.continuesAt ? (
        <Notice>
          {t.rich('toldThere', { link: (text) => <a href={hrefOn(file.continuesAt!)}>{text}</a> })}
        </Notice>
      ) : (
        kinds.length > 0 && <MilestoneForm ideaId={file.id} kinds={kinds} />
      )}
      {actsAs(person, 'admin', file) && (
        <Fold className="mt-8" title={t('becomeTitle')}>
          <BecomeForm ideaId={file.id} />
        </Fold>
      )}
    </FileSection>
  )
}

async function Study({ file }: FileProps) {
  const t = await getTranslations('examination')
  return (
    <FileSection id="etude" title={t('studyTitle')} lead={t('studyLead')}>
      <StudyForm ideaId={file.id} study={file.study} />
    </FileSection>
  )
}

async function Opinion({ file, site }: FileProps) {
  const t = await getTranslations('examination')
  return (
    <FileSection id="avis" title={t('opinionTitle')} lead={t('opinionLead')}>
      <OpinionForm ideaId={file.id} draft={file.draft} locale={site.locale} />
    </FileSection>
  )
}

async function Questions({ file, person }: FileProps) {
  const t = await getTranslations('examination')
  const isOpen = file.examination === 'admissibility' || file.examination === 'study'
  return (
    <FileSection id="questions" title={t('questions')} lead={t('questionsLead')}>
      <FileQuestions questions={file.questions} />
      {isOpen && actsAs(person, 'instructor', file) && <QuestionForm ideaId={file.id} />}
    </FileSection>
  )
}

async function Documents({ file, person }: FileProps) {
  const t = await getTranslations('examination')
  return (
    <FileSection id="documents" title={t('documents')}>
      <FileDocuments documents={file.documents} />
      {actsAs(person, 'instructor', file) && <AttachmentForm ideaId={file.id} />}
    </FileSection>
  )
}

async function Notes({ file }: FileProps) {
  const t = await getTranslations('examination')
  return (
    <FileSection id="notes" title={t('notes')} lead={t('notesLead')}>
      <FileNotes notes={file.notes} />
      <NoteForm ideaId={file.id} />
    </FileSection>
  )
}

async function Reopening({ file }: FileProps) {
  const t = await getTranslations('examination')
  return (
    <FileSection id="reouverture" title={t('reopen')} lead={t('reopenLead')}>
      <ReopenForm ideaId={file.id} />
    </FileSection>
  )
}
