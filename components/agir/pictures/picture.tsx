import { smallFileOf } from '@/lib/media/rules'

/** What a thing looks like, on its page: a phone takes the small one, and nothing shifts. */
export function Picture({ image, alt }: { image: string; alt: string | null }) {
  return (
    <img
      src={`/media/${image}`}
      srcSet={`/media/${smallFileOf(image)} 640w, /media/${image} 1600w`}
      sizes="(min-width: 1024px) 680px, 100vw"
      alt={alt ?? ''}
      className="aspect-3/2 w-full rounded-card bg-tint object-cover"
    />
  )
}
