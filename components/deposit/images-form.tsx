import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormFile, FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { sendImage, takeImageAway } from '@/lib/ideas/deposit/actions'
import { type ImageRefusal, imageRefusals, imageSources } from '@/lib/media/rules'
import { linkTo } from './linked'

type Image = { id: string; file: string; alt: string; width: number; height: number }
type Props = { draft: { id: string; images: Image[] }; max: number; nextHref: string; ownHref: string }

export async function ImagesForm({ draft, max, nextHref, ownHref }: Props) {
  const t = await getTranslations('deposit')
  const words = await formWords()
  const count = draft.images.length
  const gone = t.rich('gone', { link: linkTo(ownHref) })
  const reasons = Object.fromEntries(imageRefusals.map((code) => [code, t(`imageRefusals.${code}`)]))
  return (
    <div className="space-y-10">
      {count > 0 && (
        <section aria-labelledby="kept-images">
          <h2 id="kept-images" className="text-xl">
            {t('images.kept', { count, max })}
          </h2>
          <ul className="mt-4 grid gap-4 sm:grid-cols-2">
            {draft.images.map((image) => (
              <li key={image.id} className="overflow-hidden rounded-card border border-line">
                <img
                  {...imageSources(image)}
                  alt={image.alt}
                  sizes="340px"
                  className="aspect-3/2 w-full bg-tint object-cover"
                />
                <div className="flex items-start justify-between gap-2 p-3">
                  <p className="pt-2 text-base">{image.alt}</p>
                  <ActionForm action={takeImageAway} words={words} refusals={{ not_there: gone }}>
                    <input type="hidden" name="ideaId" value={draft.id} />
                    <input type="hidden" name="imageId" value={image.id} />
                    <SubmitButton
                      variant="quiet"
                      size="small"
                      aria-label={t('images.removeThis', { alt: image.alt })}
                    >
                      {t('images.remove')}
                    </SubmitButton>
                  </ActionForm>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {count < max ? (
        <ActionForm
          action={sendImage}
          words={words}
          labels={{ image: t('images.file'), alt: t('images.alt') }}
          refusals={{
            ...(reasons as Record<ImageRefusal, string>),
            too_many_images: t('imageRefusals.too_many_images'),
            not_there: gone,
            too_fast: t('tooFast'),
          }}
          className="space-y-6"
        >
          <input type="hidden" name="ideaId" value={draft.id} />
          <FormFile name="image" label={t('images.file')} accept="image/jpeg,image/png,image/webp" required />
          <FormInput
            name="alt"
            label={t('images.alt')}
            hint={t('images.altHint')}
            required
            autoComplete="off"
          />
          <SubmitButton variant="secondary" icon={<Icon name="upload" />}>
            {t('images.add')}
          </SubmitButton>
        </ActionForm>
      ) : (
        <p>{t('images.full')}</p>
      )}
      <ButtonLink href={nextHref} size="large">
        {count > 0 ? t('next') : t('images.skip')}
      </ButtonLink>
    </div>
  )
}
