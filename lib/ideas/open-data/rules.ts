import type { z } from 'zod'
import { type Axes, shelfOf } from '../rules'
import type { Actor } from '../../journal/rules'
import type { Idea, IdeaSummary } from './input'

type Summary = z.input<typeof IdeaSummary>
type Card = Axes &
  Pick<Summary, 'id' | 'title' | 'threshold'> & {
    locale: string
    slug: string | null
    themeId: string | null
    districtCode: string | null
    secondDistrictCode: string | null
    latitude: number | null
    longitude: number | null
    publishedAt: Date | null
    deadlineAt: Date | null
    reachedAt: Date | null
    supportCount: number
    importedSupportCount: number
  }
type Whole = Card &
  Pick<
    z.input<typeof Idea>,
    'body' | 'author' | 'address' | 'countAtThreshold' | 'refusalCode' | 'ruleVersion' | 'timeZone' | 'origin'
  > & {
    heldCount: number
    certifiedAt: Date | null
    expiredAt: Date | null
    withdrawnAt: Date | null
    refusedAt: Date | null
    images: { file: string; alt: string; width: number; height: number }[]
    addenda: { body: string; at: Date }[]
    texts: { version: number; digest: string; at: Date }[]
    entries: { kind: string; at: Date; byRole: Actor }[]
  }

/** What anyone may read of an idea in a list; `site` is where the city's pages on ideas begin. */
export function summaryOf(card: Card, site: string): Summary {
  const { latitude, longitude } = card
  return {
    id: card.id,
    url: `${site}/idees/${card.slug ?? card.id}`,
    title: card.title,
    locale: card.locale as Summary['locale'],
    theme: card.themeId,
    district: card.districtCode,
    secondDistrict: card.secondDistrictCode,
    point: latitude === null || longitude === null ? null : { latitude, longitude },
    state: shelfOf(card),
    publication: card.publication,
    collection: card.collection,
    examination: card.examination,
    delivery: card.delivery,
    publishedAt: written(card.publishedAt),
    deadlineAt: written(card.deadlineAt),
    reachedAt: written(card.reachedAt),
    threshold: card.threshold,
    supports: card.supportCount,
    importedSupports: card.importedSupportCount,
  }
}

/** `origin` is the city's host, under which its images are. */
export function wholeOf(idea: Whole, site: string, origin: string): z.input<typeof Idea> {
  const { body, author, address, countAtThreshold, refusalCode, ruleVersion, timeZone } = idea
  return {
    ...summaryOf(idea, site),
    ...{ body, author, address, countAtThreshold, refusalCode, ruleVersion, timeZone, origin: idea.origin },
    heldSupports: idea.heldCount,
    certifiedAt: written(idea.certifiedAt),
    expiredAt: written(idea.expiredAt),
    withdrawnAt: written(idea.withdrawnAt),
    refusedAt: written(idea.refusedAt),
    images: idea.images.map(({ file, ...image }) => ({ url: `${origin}/media/${file}`, ...picked(image) })),
    addenda: idea.addenda.map(({ body: text, at }) => ({ body: text, at: at.toISOString() })),
    texts: idea.texts.map(({ version, digest, at }) => ({ version, sha256: digest, at: at.toISOString() })),
    events: idea.entries.map(({ kind, at, byRole }) => ({ kind, at: at.toISOString(), by: byRole })),
  }
}

const written = (at: Date | null) => at?.toISOString() ?? null
const picked = ({ alt, width, height }: { alt: string; width: number; height: number }) => ({
  alt,
  width,
  height,
})
