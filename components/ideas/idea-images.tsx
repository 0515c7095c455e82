import { getTranslations } from 'next-intl/server'
import type { PublicIdea } from '@/lib/ideas/queries'
import { imageSources } from '@/lib/media/rules'

export async function IdeaImages({ images }: { images: PublicIdea['images'] }) {
  if (images.length === 0) return null
  const t = await getTranslations('ideas')
  return (
    <section aria-label={t('idea.images')}>
      <ul className={`grid gap-4 ${images.length > 1 ? 'sm:grid-cols-2' : ''}`}>
        {images.map((image) => (
          <li key={image.id}>
            <a href={`/media/${image.file}`} className="block">
              <img
                {...imageSources(image)}
                alt={image.alt}
                loading="lazy"
                decoding="async"
                sizes="(width >= 64rem) 42rem, 100vw"
                className="h-auto w-full rounded-card border border-line bg-tint"
              />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
