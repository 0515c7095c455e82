import { getTranslations } from 'next-intl/server'
import { PictureForm } from '@/components/agir/pictures/picture-form'
import { ButtonLink } from '@/components/ui/button'

/** What it looks like: one may well go on without. */
export async function ImageStep({
  draft: { id, image, imageAlt },
  nextHref,
}: {
  draft: { id: string; image: string | null; imageAlt: string | null }
  nextHref: string
}) {
  const t = await getTranslations('agirPictures')
  return (
    <div className="space-y-8">
      <PictureForm kind="activity" {...{ id, image }} alt={imageAlt} />
      <ButtonLink href={nextHref} size="large">
        {t(image ? 'next' : 'skip')}
      </ButtonLink>
    </div>
  )
}
