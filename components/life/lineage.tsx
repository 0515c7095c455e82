import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Section } from '@/components/ideas/section'
import type { PublicIdea } from '@/lib/ideas/queries'
import { currentHref } from '@/lib/tenancy/current-site'

/** Where an idea comes from and what came of it, each a page of its own. */
export async function IdeaLineage({ idea: { lineage } }: { idea: PublicIdea }) {
  const [t, format, href] = [await getTranslations('life'), await getFormatter(), await currentHref()]
  if (!lineage) return null
  const { absorbed, parts, again, whole } = lineage
  if (absorbed.length + parts.length + again.length === 0 && !whole) return null
  const told = (
    kind: 'absorbed' | 'part' | 'again' | 'whole',
    title: string,
    slug: string | null,
    at?: Date | null,
  ) =>
    t.rich(`lineage.${kind}`, {
      title,
      date: at ? format.dateTime(at, { dateStyle: 'long' }) : '',
      link: (text: ReactNode) => (
        <a href={href(`/idees/${slug}`)} dir="auto">
          {text}
        </a>
      ),
    })
  return (
    <Section id="liens" title={t('lineage.title')}>
      <ul className="space-y-2">
        {absorbed.map(({ id, source, mergedAt }) => (
          <li key={id}>{told('absorbed', source.title, source.slug, mergedAt)}</li>
        ))}
        {parts.map(({ slug, title }) => (
          <li key={slug}>{told('part', title, slug)}</li>
        ))}
        {again.map(({ slug, title }) => (
          <li key={slug}>{told('again', title, slug)}</li>
        ))}
        {whole && <li>{told('whole', whole.title, whole.slug)}</li>}
      </ul>
    </Section>
  )
}
