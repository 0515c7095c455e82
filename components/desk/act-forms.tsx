import { getTranslations } from 'next-intl/server'
import { CountedArea } from '@/components/deposit/counted-area'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { publish, refuse } from '@/lib/ideas/moderation/actions'
import { isHiddenCode, refusalCodes, shortestReason } from '@/lib/ideas/moderation/rules'
import {
  ask,
  confirm,
  decline,
  hide,
  hold,
  keep,
  letIn,
  reject,
  release,
  restore,
  turnDown,
  uphold,
} from '@/lib/moderation/desk/actions'
import type { ReadTask } from '@/lib/moderation/desk/queries'
import { groundOf } from '@/lib/moderation/rules'
import type { LetterTemplate } from '@/lib/moderation/templates/queries'
import type { Site } from '@/lib/tenancy/site'
import { actNames } from './act-tabs'
import { TemplateChoice } from './template-choice'
import { codeNames, deskRefusalSentences } from './words'

/** What needs no words: one gesture, and what it will do. */
export async function OneButtonAct({
  does,
  id,
  text,
  label,
  danger,
}: {
  does: 'publish' | 'letIn' | 'release' | 'confirm'
  id: string
  text: string
  label: string
  danger?: boolean
}) {
  const actions = { publish, letIn, release, confirm }
  return (
    <ActionForm action={actions[does]} words={await formWords()} refusals={await deskRefusalSentences()}>
      <p className="mb-4">{text}</p>
      <input type="hidden" name={does === 'publish' ? 'ideaId' : 'taskId'} value={id} />
      <SubmitButton variant={danger ? 'danger' : 'primary'} autoFocus>
        {label}
      </SubmitButton>
    </ActionForm>
  )
}

type Common = {
  taskId: string
  site: Site
  read: ReadTask
  here: string
  templates: LetterTemplate[]
  templateId: string | null
  text: string | null
  label: string
}

/** A code for the public and words for the person; the article, when the law is at stake. */
export async function ReasonsForm({ does, ...common }: Common & { does: 'refuse' | 'hide' }) {
  const { taskId, site, read, here, templates, templateId, text, label } = common
  const t = await getTranslations('desk')
  const d = await getTranslations('deposit')
  const nameOf = await codeNames()
  const template = templates.find(({ id }) => id === templateId)
  const limits = { min: shortestReason('unclear'), max: 2000 }
  const isIdea = read.task.subjectKind === 'idea'
  const declining = isIdea ? refuse : turnDown
  const codes = read.subject?.obligesTheCity ? refusalCodes.filter(isHiddenCode) : refusalCodes
  const ofTheLaw = refusalCodes.filter((code) => groundOf(code) === 'law')
  return (
    <>
      <p className="mb-4">{text}</p>
      <TemplateChoice templates={templates} here={`${here}?acte=${actNames[does]}`} />
      <ActionForm
        action={does === 'refuse' ? declining : hide}
        words={await formWords()}
        labels={{ code: t('code'), text: t('text'), groundText: t('ground'), same: t('same') }}
        refusals={await deskRefusalSentences()}
        className="space-y-5"
      >
        {does === 'refuse' && isIdea ? (
          <input type="hidden" name="ideaId" value={read.task.subjectId} />
        ) : (
          <input type="hidden" name="taskId" value={taskId} />
        )}
        <FormSelect
          name="code"
          label={t('code')}
          empty={t('codeEmpty')}
          value={template?.code ?? undefined}
          required
          autoFocus
          choices={codes.map((code) => ({ value: code, label: nameOf(code) }))}
        />
        <CountedArea
          name="text"
          label={t('text')}
          hint={
            codes.includes('other')
              ? t('textHint', {
                  min: limits.min,
                  other: shortestReason('other'),
                  otherCode: nameOf('other'),
                })
              : t('min')
          }
          value={template?.body}
          rows={6}
          required
          limits={limits}
          words={{
            count: d('text.count', { count: '{count}', max: '{max}' }),
            missing: d('text.missing', { left: '{left}' }),
            over: d('text.over', { over: '{over}' }),
          }}
          locale={site.locale}
        />
        <FormInput
          name="groundText"
          label={t('ground')}
          optional={t('optional')}
          hint={t('groundHint', { codes: ofTheLaw.map(nameOf).join(', ') })}
          maxLength={300}
        />
        {does === 'refuse' && isIdea && (
          <FormInput
            name="same"
            label={t('same')}
            optional={t('optional')}
            hint={t('sameHint', { code: nameOf('duplicate') })}
            maxLength={500}
          />
        )}
        <SubmitButton variant="danger">{label}</SubmitButton>
      </ActionForm>
    </>
  )
}

const worded = { ask, hold, keep, restore, decline, uphold, reject }
const named = {
  ask: 'demander',
  hold: 'suspendre',
  keep: 'garder',
  restore: 'rendre',
  decline: 'ecarter',
  uphold: 'accepter',
  reject: 'rejeter',
}

/** What is done with words alone. */
export async function WordsForm({
  does,
  words,
  ...common
}: Common & { does: keyof typeof worded; words: string }) {
  const { taskId, here, templates, templateId, text, label } = common
  const t = await getTranslations('desk')
  const template = templates.find(({ id }) => id === templateId)
  return (
    <>
      {text && <p className="mb-4">{text}</p>}
      <TemplateChoice templates={templates} here={`${here}?acte=${named[does]}`} />
      <ActionForm
        action={worded[does]}
        words={await formWords()}
        labels={{ text: words }}
        refusals={await deskRefusalSentences()}
        className="space-y-5"
      >
        <input type="hidden" name="taskId" value={taskId} />
        <FormArea
          name="text"
          label={words}
          hint={t('min')}
          value={template?.body}
          rows={6}
          maxLength={2000}
          required
          autoFocus
        />
        <SubmitButton>{label}</SubmitButton>
      </ActionForm>
    </>
  )
}
