import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { organisations } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { forgetImages, keepImage } from '../../media/commands'
import { isMediaName } from '../../media/rules'
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
  else if (before.image) await forgetUnnamed(tenant, before.image)
  return shown
}

export async function takePictureAway(tenant: City, act: Act): Result {
  const before = await inTenant(tenant, (db) => pictureOf(db, act))
  if (!before) return refused('not_there')
  const shown = await show(tenant, act, { image: null, imageAlt: null })
  if (shown.ok && before.image) await forgetUnnamed(tenant, before.image)
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

/** Takes a picture from the disk, once nothing shows it or waits with it to be read. Asked for by the rows that let it go. */
export async function forgetUnnamed(tenant: City, file: string): Promise<void> {
  const [named] = await inTenant(tenant, (db) =>
    db.execute(sql`
      select from activities where image = ${file}
      union all select from activity_revisions where state = 'waiting' and wish ->> 'image' = ${file}
      union all select from initiatives where ${file} in (image, wish ->> 'image')
      union all select from organisations where ${file} in (logo, wish ->> 'logo')
      union all select from news_images where file = ${file}
      limit 1`),
  )
  if (!named && isMediaName(file)) await forgetImages(tenant, [file])
}
