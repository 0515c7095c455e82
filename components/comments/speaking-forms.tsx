import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { speakForCity, tell } from '@/lib/comments/actions'
import { type CityRole, limits } from '@/lib/comments/rules'
import { currentSite } from '@/lib/tenancy/current-site'
import { MeasuredArea } from './measured-area'
import { refusalWords } from './words'

/** What an agent says stands under the quality in which they say it. */
export async function CityForm({
  ideaId,
  parentId,
  role,
}: {
  ideaId: string
  parentId: string | null
  role: CityRole
}) {
  const t = await getTranslations('comments')
  return (
    <Speaking
      id="reponse-ville"
      action={speakForCity}
      place={{ ideaId, parentId }}
      title={t('speak.city')}
      text={t('speak.cityText', { role: t(`roles.${role}`) })}
      submit={t('speak.citySubmit')}
    />
  )
}

export async function NewsForm({ ideaId }: { ideaId: string }) {
  const t = await getTranslations('comments')
  return (
    <Speaking
      id="nouvelles"
      action={tell}
      place={{ ideaId, parentId: null }}
      title={t('speak.update')}
      text={t('speak.updateText', { days: limits.daysBetweenUpdates })}
      submit={t('speak.updateSubmit')}
    />
  )
}

type Said = { id: string; title: string; text: string; submit: string }
type Place = { ideaId: string; parentId: string | null }

async function Speaking({
  id,
  action,
  place,
  title,
  text,
  submit,
}: Said & { action: typeof tell | typeof speakForCity; place: Place }) {
  const [t, { locale }] = await Promise.all([getTranslations('comments'), currentSite()])
  return (
    <section aria-labelledby={`${id}-titre`}>
      <h2 id={`${id}-titre`} className="text-xl md:text-xl">
        {title}
      </h2>
      <p className="mt-2 mb-5 text-muted">{text}</p>
      <ActionForm
        action={action}
        words={await formWords()}
        labels={{ body: t('speak.label') }}
        refusals={await refusalWords()}
        className="space-y-5"
      >
        <input type="hidden" name="ideaId" value={place.ideaId} />
        <input type="hidden" name="parentId" value={place.parentId ?? ''} />
        <MeasuredArea
          name="body"
          id={id}
          label={t('speak.label')}
          rows={5}
          max={limits.length.max}
          left={t('write.left', { count: '{count}', max: '{max}' })}
          locale={locale}
        />
        <SubmitButton variant="secondary">{submit}</SubmitButton>
      </ActionForm>
    </section>
  )
}
