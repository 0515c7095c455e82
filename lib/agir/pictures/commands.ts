import 'server-only'
import { eq } from 'drizzle-orm'
import { activities, initiatives, organisations } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { forgetImages, keepImage } from '../../media/commands'
import { done, type Outcome, refused } from '../../outcome'
import { saveAnswers } from '../activities/answers/commands'
import { holdActivity } from '../activities/organisers/queries'
import { saveWords } from '../initiatives/answers/commands'
import { holdInitiative } from '../initiatives/keepers/queries'
import { changeLogo } from '../organisations/logo/commands'
import { mayFor } from '../organisations/queries'
import type { Pictured, PictureRefusal } from './rules'

type City = { id: string }
type Act = { kind: Pictured; id: string; personId: string; now: Date }
type Picture = { image: string | null; imageAlt: string | null }
type Result = Promise<Outcome<undefined, PictureRefusal>>

/** Asked before drawing, so that whoever may not costs nothing; what was in view before goes once nothing shows it. */
export async function givePicture(
  tenant: City,
  { image, alt, ...act }: Act & { image: Uint8Array; alt: string },
): Result {
  const before = await inTenant(tenant, (db) => pictureOf(db, act))
  if (!before) return refused('not_there')
  const kept = await keepImage(tenant, image)
  if (!kept.ok) return kept
  const { file } = kept.value
  const shown = await show(tenant, act, { image: file, imageAlt: alt })
  if (!shown.ok) await forgetImages(tenant, [file])
  else await forgetUnshown(tenant, act, before.image)
  return shown
}

export async function takePictureAway(tenant: City, act: Act): Result {
  const before = await inTenant(tenant, (db) => pictureOf(db, act))
  if (!before) return refused('not_there')
  const shown = await show(tenant, act, { image: null, imageAlt: null })
  if (shown.ok) await forgetUnshown(tenant, act, before.image)
  return shown
}

async function show(tenant: City, { kind, id, personId, now }: Act, picture: Picture): Result {
  const by = { personId, now }
  if (kind === 'organisation')
    return changeLogo(tenant, { ...by, organisationId: id, logo: picture.image, logoAlt: picture.imageAlt })
  const saved =
    kind === 'activity'
      ? await saveAnswers(tenant, { ...by, activityId: id, wish: picture })
      : await saveWords(tenant, { ...by, initiativeId: id, words: picture })
  if (saved.ok) return done(undefined)
  return refused(saved.refusal === 'being_read' ? 'being_read' : 'not_there')
}

/** What is in view of it now, for who may change that; null for everybody else. */
async function pictureOf(db: Db, { kind, id, personId }: Act): Promise<{ image: string | null } | null> {
  if (kind === 'activity') return holdActivity(db, id, personId)
  if (kind === 'initiative') return holdInitiative(db, id, personId)
  if (!(await mayFor(db, id, personId, 'manage'))) return null
  const [one] = await db
    .select({ image: organisations.logo })
    .from(organisations)
    .where(eq(organisations.id, id))
  return one ?? null
}

/** A picture that waits to be read leaves the one before in view. */
async function forgetUnshown(tenant: City, { kind }: Act, file: string | null): Promise<void> {
  if (!file) return
  const shows = await inTenant(tenant, (db) => {
    if (kind === 'activity') return db.$count(activities, eq(activities.image, file))
    if (kind === 'initiative') return db.$count(initiatives, eq(initiatives.image, file))
    return db.$count(organisations, eq(organisations.logo, file))
  })
  if (shows === 0) await forgetImages(tenant, [file])
}
