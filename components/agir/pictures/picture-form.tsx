import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormFile, FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { give, takeAway } from '@/lib/agir/pictures/actions'
import { longestAlt, type Pictured, type PictureRefusal, pictureRefusals } from '@/lib/agir/pictures/rules'
import { imageRefusals, smallFileOf } from '@/lib/media/rules'

type Props = {
  kind: Pictured
  id: string
  image: string | null
  alt: string | null
  /** Whether what is shown here still waits to be read. */
  waits?: boolean
}

/** The picture it has, and the way to give it one: what it shows is said in words for those who do not see it. */
export async function PictureForm({ kind, id, image, alt, waits = false }: Props) {
  const [t, words, refusals] = [await getTranslations('agirPictures'), await formWords(), await sentences()]
  const named = (
    <>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
    </>
  )
  return (
    <div className="space-y-6">
      {image && (
        <figure className="overflow-hidden rounded-card border border-line">
          <img
            src={`/media/${smallFileOf(image)}`}
            alt={alt ?? ''}
            className={`w-full bg-tint ${kind === 'organisation' ? 'h-40 object-contain' : 'aspect-3/2 object-cover'}`}
          />
          <figcaption className="flex flex-wrap items-center justify-between gap-2 p-3">
            <span className="min-w-0">
              <span dir="auto" className="block">
                {alt}
              </span>
              {waits && <span className="block text-base text-muted">{t('waits')}</span>}
            </span>
            <ActionForm action={takeAway} {...{ words, refusals }}>
              {named}
              <SubmitButton variant="quiet" size="small">
                {t('remove')}
              </SubmitButton>
            </ActionForm>
          </figcaption>
        </figure>
      )}
      <ActionForm
        action={give}
        {...{ words, refusals }}
        labels={{ image: t('file'), alt: t('alt') }}
        className="space-y-6"
      >
        {named}
        <FormFile name="image" label={t('file')} accept="image/jpeg,image/png,image/webp" required />
        <FormInput
          name="alt"
          label={t('alt')}
          hint={t('altHint')}
          maxLength={longestAlt}
          required
          autoComplete="off"
        />
        <SubmitButton variant="secondary" icon={<Icon name="upload" />}>
          {t(image ? 'replace' : 'add')}
        </SubmitButton>
      </ActionForm>
    </div>
  )
}

async function sentences(): Promise<Record<PictureRefusal, string>> {
  const [own, files] = [
    await getTranslations('agirPictures.refusals'),
    await getTranslations('deposit.imageRefusals'),
  ]
  const said = pictureRefusals.map((code) => {
    const ofFile = imageRefusals.find((one) => one === code)
    return [code, ofFile ? files(ofFile) : own(code as 'not_there' | 'being_read' | 'too_fast')]
  })
  return Object.fromEntries(said) as Record<PictureRefusal, string>
}
