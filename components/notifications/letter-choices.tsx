import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Checkbox } from '@/components/ui/checkbox'
import { Notice } from '@/components/ui/notice'
import { saveLetters, writeAgain } from '@/lib/notifications/preferences/actions'
import {
  categories,
  type Category,
  frequencies,
  type Frequency,
  staffCategories,
} from '@/lib/notifications/rules'

type Chosen = { wantsMail: boolean; frequencies: Record<Category, Frequency> }

/** How often each kind of letter comes. What only staff receive is only asked of staff. */
export async function LetterChoices({ chosen, isStaff }: { chosen: Chosen; isStaff: boolean }) {
  const t = await getTranslations('notifications')
  const choices = frequencies.map((value) => ({ value, label: t(`frequencies.${value}`) }))
  const asked = categories.filter((category) => isStaff || !staffCategories.includes(category))
  return (
    <ActionForm
      action={saveLetters}
      words={await formWords()}
      labels={Object.fromEntries(asked.map((category) => [category, t(`categories.${category}.name`)]))}
      refusals={{}}
      done={t('choices.saved')}
      className="grid gap-6"
    >
      <Checkbox
        name="wantsMail"
        label={t('choices.wantsMail')}
        hint={t('choices.wantsMailHint')}
        defaultChecked={chosen.wantsMail}
      />
      {asked.map((category) => (
        <FormSelect
          key={category}
          name={category}
          label={t(`categories.${category}.name`)}
          hint={t(`categories.${category}.what`)}
          choices={choices}
          value={chosen.frequencies[category]}
          className="max-w-80"
        />
      ))}
      {!isStaff &&
        staffCategories.map((category) => (
          <input key={category} type="hidden" name={category} value={chosen.frequencies[category]} />
        ))}
      <div>
        <SubmitButton>{t('choices.save')}</SubmitButton>
      </div>
    </ActionForm>
  )
}

/** Why no letter comes any more, and how to have the next one tried. */
export async function RefusedMailbox({ email, on }: { email: string; on: string }) {
  const t = await getTranslations('notifications.refused')
  return (
    <div className="mb-8">
      <Notice tone="warn" title={t('title', { email })}>
        <p>{t('text', { on })}</p>
        <ActionForm action={writeAgain} words={await formWords()} refusals={{}}>
          <SubmitButton variant="secondary">{t('again')}</SubmitButton>
        </ActionForm>
      </Notice>
    </div>
  )
}
