import { getTranslations } from 'next-intl/server'
import { Fold } from '@/components/ui/fold'
import { ActionForm } from '@/components/forms/action-form'
import { FormFile, FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { attach, detach, link } from '@/lib/consultations/actions'
import type { Consultation } from '@/lib/consultations/queries'
import { Step } from './desk-step'
import { refusalWords } from './words'

/** What is given to read: files kept here, and addresses elsewhere. */
export async function DeskDocuments({ one }: { one: Consultation }) {
  const t = await getTranslations('consultations.desk.documents')
  const [words, refusals] = [await formWords(), await refusalWords()]
  const labels = { title: t('name'), url: t('url'), file: t('file') }
  return (
    <Step title={t('title')}>
      {one.documents.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {one.documents.map(({ id, title, url, file }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <a href={url ?? `/documents/${file}`} className="min-w-0 flex-1 wrap-anywhere">
                <bdi>{title}</bdi>
              </a>
              <ActionForm action={detach} words={words} refusals={refusals}>
                <input type="hidden" name="id" value={one.id} />
                <input type="hidden" name="documentId" value={id} />
                <SubmitButton variant="quiet" size="small" aria-label={t('removeThis', { title })}>
                  {t('remove')}
                </SubmitButton>
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
      <Fold title={t('attach')}>
        <ActionForm {...{ words, labels, refusals }} action={attach} done={t('added')} className="space-y-5">
          <input type="hidden" name="id" value={one.id} />
          <FormInput name="title" id="nom-du-fichier" label={labels.title} />
          <FormFile name="file" label={labels.file} hint={t('fileHint')} accept="application/pdf" />
          <SubmitButton variant="secondary">{t('attach')}</SubmitButton>
        </ActionForm>
      </Fold>
      <Fold title={t('link')}>
        <ActionForm {...{ words, labels, refusals }} action={link} done={t('added')} className="space-y-5">
          <input type="hidden" name="id" value={one.id} />
          <FormInput name="title" id="nom-du-lien" label={labels.title} />
          <FormInput name="url" type="url" label={labels.url} />
          <SubmitButton variant="secondary">{t('link')}</SubmitButton>
        </ActionForm>
      </Fold>
    </Step>
  )
}
