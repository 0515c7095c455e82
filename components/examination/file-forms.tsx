import { getTranslations } from 'next-intl/server'
import { FormArea, FormFile, FormInput, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { Checkbox } from '@/components/ui/checkbox'
import type { DutyKind } from '@/lib/engagements/rules'
import { ask, attach, become, note, report, waive } from '@/lib/ideas/examination/actions'
import type { MilestoneKind } from '@/lib/ideas/examination/rules'
import { readableTypes } from '@/lib/media/rules'
import { FileForm } from './file-form'

export async function QuestionForm({ ideaId }: { ideaId: string }) {
  const t = await getTranslations('examination')
  return (
    <FileForm action={ask} ideaId={ideaId} labels={{ question: t('question') }}>
      <FormArea name="question" label={t('question')} hint={t('questionHint')} rows={3} required />
      <Checkbox name="hidden" label={t('questionHidden')} hint={t('questionHiddenHint')} />
      <SubmitButton variant="secondary">{t('ask')}</SubmitButton>
    </FileForm>
  )
}

export async function NoteForm({ ideaId }: { ideaId: string }) {
  const t = await getTranslations('examination')
  return (
    <FileForm action={note} ideaId={ideaId} labels={{ note: t('note') }}>
      <FormArea name="note" label={t('note')} hint={t('noteHint')} rows={3} required />
      <SubmitButton variant="secondary">{t('addNote')}</SubmitButton>
    </FileForm>
  )
}

export async function AttachmentForm({ ideaId }: { ideaId: string }) {
  const t = await getTranslations('examination')
  const labels = { document: t('document'), label: t('documentLabel') }
  return (
    <FileForm action={attach} ideaId={ideaId} labels={labels}>
      <FormFile
        name="document"
        label={labels.document}
        hint={t('documentHint')}
        accept={['application/pdf', ...readableTypes].join()}
        required
      />
      <FormInput name="label" label={labels.label} required />
      <Checkbox name="isPublic" label={t('documentPublic')} defaultChecked />
      <SubmitButton variant="secondary">{t('attach')}</SubmitButton>
    </FileForm>
  )
}

/** A waiver is public, and so is its reason. */
export async function WaiverForm({
  ideaId,
  duties,
}: {
  ideaId: string
  duties: { id: string; kind: DutyKind }[]
}) {
  const t = await getTranslations('examination')
  const k = await getTranslations('engagements')
  const labels = { obligationId: t('waiveWhich'), reason: t('waiveReason') }
  return (
    <FileForm action={waive} ideaId={ideaId} labels={labels}>
      <FormSelect
        name="obligationId"
        label={labels.obligationId}
        choices={duties.map(({ id, kind }) => ({ value: id, label: k(`kinds.${kind}`) }))}
      />
      <FormArea name="reason" label={labels.reason} hint={t('waiveHint')} rows={3} required />
      <SubmitButton variant="secondary">{t('waive')}</SubmitButton>
    </FileForm>
  )
}

/** Where what was promised goes on: a project, a consultation, here or on another site. */
export async function BecomeForm({ ideaId }: { ideaId: string }) {
  const t = await getTranslations('examination')
  const labels = { into: t('becomeInto'), url: t('becomeUrl') }
  return (
    <FileForm action={become} ideaId={ideaId} labels={labels} ids={{ url: 'become-url' }}>
      <p className="text-muted">{t('becomeLead')}</p>
      <FormInput name="into" label={labels.into} required />
      <FormInput
        name="url"
        id="become-url"
        label={labels.url}
        hint={t('becomeUrlHint')}
        inputMode="url"
        required
      />
      <SubmitButton variant="secondary">{t('become')}</SubmitButton>
    </FileForm>
  )
}

type Milestones = { ideaId: string; kinds: MilestoneKind[] }

export async function MilestoneForm({ ideaId, kinds }: Milestones) {
  const t = await getTranslations('examination')
  const labels = {
    kind: t('milestoneKind'),
    body: t('milestoneBody'),
    doneOn: t('doneOn'),
    plannedOn: t('plannedOn'),
    reference: t('reference'),
    url: t('url'),
    photo: t('photo'),
    alt: t('photoAlt'),
  }
  return (
    <FileForm action={report} ideaId={ideaId} labels={labels} className="space-y-5">
      <FormSelect
        name="kind"
        label={labels.kind}
        empty={t('milestoneEmpty')}
        required
        choices={kinds.map((kind) => ({ value: kind, label: t(`milestones.${kind}`) }))}
      />
      <FormArea name="body" label={labels.body} hint={t('milestoneHint')} rows={4} required />
      <div className="grid gap-4 md:grid-cols-2">
        <FormInput name="doneOn" type="date" label={labels.doneOn} hint={t('datesHint')} />
        <FormInput name="plannedOn" type="date" label={labels.plannedOn} hint={t('datesHint')} />
        <FormInput
          name="reference"
          label={labels.reference}
          hint={t('referenceHint')}
          optional={t('optional')}
        />
        <FormInput name="url" type="url" label={labels.url} hint={t('urlHint')} optional={t('optional')} />
      </div>
      <FormFile
        name="photo"
        label={labels.photo}
        optional={t('optional')}
        hint={t('photoHint')}
        accept={readableTypes.join()}
      />
      <FormInput name="alt" label={labels.alt} hint={t('photoAltHint')} optional={t('optional')} />
      <SubmitButton>{t('report')}</SubmitButton>
    </FileForm>
  )
}
