import { NamedIcon, Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import { localized } from '@/lib/i18n/localized'
import { imageSources } from '@/lib/media/rules'
import type { Site } from '@/lib/tenancy/site'
import { placeWords } from './place-words'

type Previewed = {
  title: string
  body: string
  locale?: string
  themeId: string | null
  placeKind: string | null
  districtCode: string | null
  secondDistrictCode: string | null
  address: string | null
  images: { id: string; file: string; alt: string; width: number; height: number }[]
}

/** An idea as its page will show it. */
export async function IdeaPreview({
  site,
  idea,
  level: Heading = 'h2',
}: {
  site: Site
  idea: Previewed
  level?: 'h2' | 'h3'
}) {
  const theme = site.tenant.themes.find(({ id }) => id === idea.themeId)
  const paragraphs = idea.body.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '')
  return (
    <article lang={idea.locale} className="rounded-card border border-line bg-paper p-5 md:p-8">
      <Heading dir="auto" className="text-2xl wrap-anywhere">
        {idea.title}
      </Heading>
      <p className="mt-4 flex flex-wrap gap-2">
        {theme && (
          <Tag icon={<NamedIcon name={theme.icon} />}>{localized(theme.name, site.locale, site.tenant)}</Tag>
        )}
        {idea.placeKind && <Tag icon={<Icon name="map-pin" />}>{await placeWords(site, idea)}</Tag>}
      </p>
      <div className="mt-6 space-y-4">
        {paragraphs.map((paragraph, index) => (
          <p key={index} dir="auto" className="wrap-anywhere whitespace-pre-line">
            {paragraph}
          </p>
        ))}
      </div>
      {idea.images.length > 0 && (
        <ul className="mt-6 grid gap-4 sm:grid-cols-2">
          {idea.images.map((image) => (
            <li key={image.id}>
              <img
                {...imageSources(image)}
                alt={image.alt}
                sizes="340px"
                className="w-full rounded-card bg-tint"
              />
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
