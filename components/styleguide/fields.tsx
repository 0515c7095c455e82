import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FileInput } from '@/components/ui/file-input'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'

const choicesIn = (words: string) =>
  words.split(', ').map((label, index) => ({ value: String(index), label }))

export async function Fields() {
  const t = await getTranslations('ui.styleguide')
  return (
    <section className="max-w-text">
      <h2>{t('fields')}</h2>
      <div className="mt-6 grid gap-6">
        <TextInput name="street" label={t('name')} hint={t('nameHint')} />
        <TextInput
          name="wrong"
          label={t('name')}
          hint={t('nameHint')}
          error={t('nameError')}
          defaultValue="A"
        />
        <TextArea name="story" label={t('story')} optional={t('optional')} rows={4} />
        <Select name="place" label={t('place')} choices={choicesIn(t('places'))} />
        <RadioGroup name="when" label={t('choice')} choices={choicesIn(t('choices'))} value="1" />
        <Checkbox name="agree" label={t('agree')} />
        <FileInput name="photo" label={t('photo')} />
        <div className="flex flex-wrap gap-3">
          <Button>{t('primary')}</Button>
          <Button variant="secondary">{t('secondary')}</Button>
          <Button variant="quiet">{t('quiet')}</Button>
          <Button variant="danger">{t('danger')}</Button>
          <Button disabled>{t('disabled')}</Button>
        </div>
      </div>
    </section>
  )
}
