import 'server-only'
import { and, eq } from 'drizzle-orm'
import { addenda, ideaImages, ideas, ideaTexts } from '../../../drizzle/schema'
import type { Holder } from '../../ideas/deposit/rules'
import { inTenant } from '../../db'
import { forgetImages } from '../../media/commands'
import { done, type Outcome, refused } from '../../outcome'
import { rulesInForce } from '../../rules/queries'
import { skeleton } from '../../text'
import { oneAtATime } from '../deposit/commands'
import { countDrafts, findSameTitle, heldBy } from '../deposit/queries'
import { seekCarrier } from '../carriers/adoption/commands'
import { applyChange } from '../changes/commands'
import { keepText } from '../moderation/commands'
import { ownIdea } from './queries'
import {
  type AuthoringRefusal,
  editRefusal,
  mayAddAddendum,
  pullBackRefusal,
  relaunchRefusal,
  sharedFrom,
  splitRefusal,
  withdrawalRefusal,
} from './rules'

type City = { id: string }
type Act = { ideaId: string; personId: string; now: Date }
type Result = Promise<Outcome<undefined, AuthoringRefusal>>

const mostAddenda = 10

/** The author takes back what no moderator has treated yet; it is a draft again. */
export function pullBack(tenant: City, { ideaId, personId, now }: Act): Result {
  return inTenant(tenant, async (db) => {
    const idea = await ownIdea(db, ideaId, personId, true)
    if (!idea) return refused('not_there')
    const refusal = pullBackRefusal({ ...idea, isInWindow: idea.mayPullBack })
    if (refusal) return refused(refusal)
    const set = { submittedAt: null, pullBackUntil: null, moderationDueAt: null }
    await applyChange(db, idea, 'pullBack', { ...byAuthor({ personId, now }), set })
    return done(undefined)
  })
}

/** In the window after publication the text becomes a new version of itself; the old one is kept. */
export function editIdea(
  tenant: City,
  { title, body, ...act }: Act & { title: string; body: string },
): Result {
  const { ideaId, personId, now } = act
  return inTenant(tenant, async (db) => {
    const idea = await ownIdea(db, ideaId, personId, true)
    if (!idea) return refused('not_there')
    const refusal = editRefusal(idea)
    if (refusal) return refused(refusal)
    if (idea.title === title && idea.body === body) return refused('unchanged')
    const titleKey = skeleton(title)
    if (await findSameTitle(db, ideaId, titleKey)) return refused('title_taken')

    const version = (await db.$count(ideaTexts, eq(ideaTexts.ideaId, ideaId))) + 1
    const digest = await keepText(db, { id: ideaId, title, body }, version, now)
    const made = { ...byAuthor(act), set: { title, titleKey, body }, detail: { version, digest } }
    await applyChange(db, idea, 'edit', made)
    return done(undefined)
  })
}

/** Afterwards the text stays as people supported it, and what is new is written under it with its date. */
export function addAddendum(tenant: City, { body, ...act }: Act & { body: string }): Result {
  const { ideaId, personId, now } = act
  return inTenant(tenant, async (db) => {
    const idea = await ownIdea(db, ideaId, personId, true)
    if (!idea) return refused('not_there')
    if (!mayAddAddendum(idea)) return refused('not_published')
    const already = await db.$count(addenda, eq(addenda.ideaId, ideaId))
    if (already >= mostAddenda) return refused('too_many_addenda')
    await db.insert(addenda).values({ ideaId, body, at: now })
    await applyChange(db, idea, 'addAddendum', byAuthor(act))
    return done(undefined)
  })
}

/** While it is hardly supported an idea goes with its author; afterwards someone else may take it over first. */
export function withdrawIdea(tenant: City, act: Act): Result {
  const { ideaId, personId, now } = act
  return inTenant(tenant, async (db) => {
    const idea = await ownIdea(db, ideaId, personId, true)
    if (!idea?.isAuthor) return refused('not_there')
    const refusal = withdrawalRefusal(idea)
    if (refusal) return refused(refusal)
    if (idea.supportCount < sharedFrom) await applyChange(db, idea, 'withdraw', byAuthor(act))
    else await seekCarrier(db, idea, personId, now)
    return done(undefined)
  })
}

/** A draft goes with its images: nothing of it is kept. */
export async function discardDraft(
  tenant: City,
  { ideaId, holder }: { ideaId: string; holder: Holder },
): Promise<Outcome<undefined, 'not_there'>> {
  const gone = await inTenant(tenant, async (db) => {
    const [draft] = await db
      .select({ id: ideas.id })
      .from(ideas)
      .where(and(eq(ideas.id, ideaId), heldBy(holder)))
      .for('no key update')
    if (!draft) return null
    const images = await db
      .delete(ideaImages)
      .where(eq(ideaImages.ideaId, ideaId))
      .returning({ file: ideaImages.file })
    // What was pulled back has left a trace of its own in the journal; only the row goes.
    await db.delete(ideas).where(eq(ideas.id, ideaId))
    return images.map(({ file }) => file)
  })
  if (!gone) return refused('not_there')
  await forgetImages(tenant, gone)
  return done(undefined)
}

function byAuthor({ personId, now }: Omit<Act, 'ideaId'>) {
  return { byId: personId, byRole: 'author', now } as const
}

type Begun = Promise<Outcome<{ id: string }, AuthoringRefusal>>

/** What ran out begins again as a new draft: its supports stay where they were given. */
export function relaunchIdea(tenant: City, act: Act): Begun {
  return beginAgain(tenant, act, relaunchRefusal, { previousId: act.ideaId })
}

/** A text that says two things gives its second a draft of its own; supports stay with the whole. */
export function splitIdea(tenant: City, act: Act): Begun {
  return beginAgain(tenant, act, splitRefusal, { splitFromId: act.ideaId })
}

type Link = { previousId: string } | { splitFromId: string }
type Own = NonNullable<Awaited<ReturnType<typeof ownIdea>>>

function beginAgain(
  tenant: City,
  { ideaId, personId, now }: Act,
  refusalOf: (idea: Own) => AuthoringRefusal | null,
  link: Link,
): Begun {
  const holder: Holder = { personId, draftKey: null }
  return inTenant(tenant, async (db) => {
    await oneAtATime(db, holder)
    const idea = await ownIdea(db, ideaId, personId, true)
    if (!idea) return refused('not_there')
    const refusal = refusalOf(idea)
    if (refusal) return refused(refusal)
    const { rules } = await rulesInForce(db)
    if ((await countDrafts(db, holder)) >= rules.draftsPerPerson) return refused('too_many_drafts')

    const { title, body, locale, themeId, placeKind, address, latitude, longitude } = idea
    const { districtCode, secondDistrictCode } = idea
    const place = { placeKind, districtCode, secondDistrictCode, address, latitude, longitude }
    const written = { title, titleKey: skeleton(title), body, locale, themeId, ...place }
    const [draft] = await db
      .insert(ideas)
      .values({ ...written, authorId: personId, ...link, createdAt: now, changedAt: now })
      .returning({ id: ideas.id })
    return done(draft!)
  })
}
