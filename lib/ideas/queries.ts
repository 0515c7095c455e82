import 'server-only'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { addenda, ideaImages, ideas, ideaTexts, people } from '../../drizzle/schema'
import { type Db, inTenant } from '../db'
import { findDays } from '../consultations/queries'
import { listDutiesOf } from '../engagements/queries'
import { isUnderAge, publicName } from '../people/names/queries'
import { readRuleSet } from '../rules/queries'
import { noStory, readStory } from './examination/story/queries'
import { carriersOf } from './carriers/queries'
import { countOnPaper } from './paper/queries'
import { lineageOf } from './merges/queries'
import { readRemoval } from './removals/queries'
import { isHiddenCode, type RefusalCode } from './moderation/rules'
import { listPublicEntries } from './timeline/queries'
import { continuationOf } from './timeline/rules'

type City = { id: string }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Slugs and ids are made of these and nothing else. */
const sayable = /^[a-z0-9-]{1,200}$/
const readable = ['published', 'refused', 'hidden', 'withdrawn', 'merged', 'removed'] as const

export type PublicIdea = NonNullable<Awaited<ReturnType<typeof findPublicIdea>>>

/**
 * An idea that everyone may read, by its slug or its id, with all its page shows. Drafts and what waits for a moderator
 * are nowhere; of a hidden one only its existence is told, and of one taken away by law, by which.
 */
export function findPublicIdea(tenant: City, address: string) {
  return inTenant(tenant, async (db) => {
    if (!sayable.test(address)) return null
    const byAddress = uuid.test(address) ? eq(ideas.id, address) : eq(ideas.slug, address)
    const [idea] = await db
      .select({ ...columns, author: publicName, isByMinor: isUnderAge })
      .from(ideas)
      .leftJoin(people, eq(people.id, ideas.authorId))
      .where(and(byAddress, inArray(ideas.publication, [...readable])))
    if (!idea) return null
    if (idea.publication === 'removed') {
      const removal = await readRemoval(db, idea.id)
      return removal && { ...idea, ...blank, isHidden: true, removal }
    }
    if (isHidden(idea)) return { ...idea, ...blank, isHidden: true }
    return { ...idea, isHidden: false, removal: null, ...(await surroundings(db, idea)) }
  })
}

function isHidden({
  publication,
  refusalCode,
}: {
  publication: string
  refusalCode: string | null
}): boolean {
  return publication === 'hidden' || (publication === 'refused' && isHiddenCode(refusalCode as RefusalCode))
}

/** What was hidden for what it says is not said by the page that tells so. */
const blank = {
  title: '',
  body: '',
  address: null,
  author: null,
  isByMinor: false,
  latitude: null,
  longitude: null,
  origin: null,
  originId: null,
  entries: [],
  duties: [],
  story: noStory,
  images: [],
  addenda: [],
  texts: [],
  rules: null,
  previous: null,
  lineage: null,
  carriers: [],
  onPaper: 0,
  continued: null,
  removal: null,
}

/** All that is kept beside the idea itself, asked for at once. */
async function surroundings(
  db: Db,
  idea: Pick<
    typeof ideas.$inferSelect,
    'id' | 'examination' | 'continuesAt' | 'ruleVersion' | 'previousId' | 'splitFromId'
  >,
) {
  const [entries, duties, story, images, added, texts, rules, previous, lineage, carriers, onPaper] =
    await Promise.all([
      listPublicEntries(db, idea.id),
      listDutiesOf(db, idea.id),
      idea.examination === 'none' ? noStory : readStory(db, idea.id, idea.continuesAt),
      db
        .select(imageColumns)
        .from(ideaImages)
        .where(eq(ideaImages.ideaId, idea.id))
        .orderBy(asc(ideaImages.position)),
      db.select(addendumColumns).from(addenda).where(eq(addenda.ideaId, idea.id)).orderBy(asc(addenda.at)),
      db
        .select(textColumns)
        .from(ideaTexts)
        .where(eq(ideaTexts.ideaId, idea.id))
        .orderBy(asc(ideaTexts.version)),
      idea.ruleVersion === null ? null : readRuleSet(db, idea.ruleVersion),
      idea.previousId ? findTitle(db, idea.previousId) : null,
      lineageOf(db, idea),
      carriersOf(db, idea.id),
      countOnPaper(db, idea.id),
    ])
  const told = { entries, duties, story, images, addenda: added, texts, previous, lineage, onPaper }
  const named = carriers.flatMap((one) => one.publicName ?? [])
  const continued = await continuedIn(db, entries)
  return { ...told, continued, rules: rules?.rules ?? null, carriers: named }
}

/** How far the consultation has come in which it goes on, where it is one of this city's. */
async function continuedIn(db: Db, entries: Parameters<typeof continuationOf>[0]) {
  const [, slug] = /^\/consultations\/([a-z0-9-]+)$/.exec(continuationOf(entries)?.url ?? '') ?? []
  return slug ? findDays(db, slug) : null
}

async function findTitle(db: Db, id: string) {
  const [idea] = await db
    .select({ slug: ideas.slug, title: ideas.title })
    .from(ideas)
    .where(and(eq(ideas.id, id), inArray(ideas.publication, ['published', 'withdrawn', 'merged'])))
  return idea ?? null
}

const imageColumns = {
  id: ideaImages.id,
  file: ideaImages.file,
  alt: ideaImages.alt,
  width: ideaImages.width,
  height: ideaImages.height,
}
const addendumColumns = { id: addenda.id, body: addenda.body, at: addenda.at }
const textColumns = {
  version: ideaTexts.version,
  title: ideaTexts.title,
  body: ideaTexts.body,
  digest: ideaTexts.digest,
  at: ideaTexts.at,
}

const columns = {
  id: ideas.id,
  slug: ideas.slug,
  title: ideas.title,
  body: ideas.body,
  locale: ideas.locale,
  themeId: ideas.themeId,
  placeKind: ideas.placeKind,
  districtCode: ideas.districtCode,
  secondDistrictCode: ideas.secondDistrictCode,
  address: ideas.address,
  latitude: ideas.latitude,
  longitude: ideas.longitude,
  publication: ideas.publication,
  collection: ideas.collection,
  examination: ideas.examination,
  delivery: ideas.delivery,
  publishedAt: ideas.publishedAt,
  changedAt: ideas.changedAt,
  refusedAt: ideas.refusedAt,
  refusalCode: ideas.refusalCode,
  withdrawnAt: ideas.withdrawnAt,
  expiredAt: ideas.expiredAt,
  reachedAt: ideas.reachedAt,
  takenUpAt: ideas.takenUpAt,
  adoptionUntil: ideas.adoptionUntil,
  splitFromId: ideas.splitFromId,
  continuesAt: ideas.continuesAt,
  certifiedAt: ideas.certifiedAt,
  countAtThreshold: ideas.countAtThreshold,
  ruleVersion: ideas.ruleVersion,
  threshold: ideas.threshold,
  deadlineAt: ideas.deadlineAt,
  supportMinAge: ideas.supportMinAge,
  supportAssurance: ideas.supportAssurance,
  residence: ideas.residence,
  previousId: ideas.previousId,
  timeZone: ideas.timeZone,
  supportCount: ideas.supportCount,
  heldCount: ideas.heldCount,
  importedSupportCount: ideas.importedSupportCount,
  origin: ideas.origin,
  originId: ideas.originId,
}
