import { access, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import postgres from 'postgres'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { activities, activityRevisions, initiatives, organisations } from '@/drizzle/schema'
import { archiveActivity, unarchiveActivity } from '@/lib/agir/activities/archiving/commands'
import { addNewsImage } from '@/lib/agir/news/pictures/commands'
import { givePicture, takePictureAway } from '@/lib/agir/pictures/commands'
import { inTenant } from '@/lib/db'
import { jobs } from '@/lib/jobs/registry'
import { mediaFolder } from '@/lib/media/commands'
import { sightOf } from '@/lib/media/queries'
import { smallFileOf } from '@/lib/media/rules'
import { publishSubject, refuseSubject } from '@/lib/moderation/submissions/commands'
import { aDate, aMember, anActivity, anOrganisation } from '../../support/agir'
import { belleville, someone } from '../../support/deposits'
import { aReader, taskOf, why } from '../../support/desk'
import { aPerson } from '../../support/factories'
import { anInitiative, someNews } from '../../support/initiatives'

const now = new Date()
let image: Uint8Array
beforeAll(async () => {
  const drawn = { width: 90, height: 60, channels: 3 as const, background: '#567' }
  image = await sharp({ create: drawn })
    .withExif({ IFD3: { GPSLatitude: '48/1 51/1 0/1' } })
    .jpeg()
    .toBuffer()
})
const alt = 'Des bacs de bois au soleil'
const see = (file: string, personId: string | null, isModerator = false) =>
  sightOf(belleville, file, { ...someone(), personId, isModerator, isStaff: isModerator })

test('the picture of what one offers is drawn again, and everyone sees it once it is public', async () => {
  const personId = await aPerson(belleville)
  const { id } = await anActivity(belleville, {
    ...{
      organiserId: personId,
      moderation: 'draft',
      publication: 'unpublished',
      slug: null,
      publishedAt: null,
    },
  })
  const act = { kind: 'activity' as const, id, personId, now }
  const stranger = await aPerson(belleville)
  expect(await givePicture(belleville, { ...act, personId: stranger, image, alt })).toMatchObject({
    ok: false,
  })
  const letters = new TextEncoder().encode('<svg onload="x"/>')
  expect(await givePicture(belleville, { ...act, image: letters, alt })).toMatchObject({
    refusal: 'not_an_image',
  })
  expect(await givePicture(belleville, { ...act, image, alt })).toMatchObject({ ok: true })

  const [{ image: file }] = (await inTenant(belleville, (db) =>
    db.select({ image: activities.image }).from(activities).where(eq(activities.id, id)),
  )) as [{ image: string }]
  expect((await sharp(join(mediaFolder(belleville), file)).metadata()).exif).toBeUndefined()
  expect(await see(file, stranger)).toBeNull()
  expect(await see(file, stranger, true)).toBeNull()
  expect(await see(file, personId)).toBe('private')
  await takePictureAway(belleville, act)
  await expect(access(join(mediaFolder(belleville), file))).rejects.toThrow()
})

test('another picture for one in view waits, and the one before stays until it is read', async () => {
  const personId = await aPerson(belleville)
  const { id } = await anInitiative(belleville, { keptBy: personId, createdById: personId })
  const act = { kind: 'initiative' as const, id, personId, now }
  await givePicture(belleville, { ...act, image, alt })
  const row = async () =>
    (await inTenant(belleville, (db) => db.select().from(initiatives).where(eq(initiatives.id, id))))[0]!
  const waiting = (await row()).wish!.image!
  expect((await row()).image).toBeNull()
  expect(await see(waiting, await aPerson(belleville))).toBeNull()
  expect(await see(waiting, null, true)).toBe('private')
  const byId = await aReader()
  await publishSubject(belleville, { taskId: await taskOf(id, 'submission'), byId, now })
  expect(await row()).toMatchObject({ image: waiting, imageAlt: alt, wish: null })
  expect(await see(waiting, null)).toBe('public')
})

test('a logo waits with the words that wait, and goes with them when they are declined', async () => {
  const personId = await aPerson(belleville)
  const { id } = await anOrganisation(belleville, { trust: 0, createdById: personId })
  await aMember(belleville, id, personId)
  await givePicture(belleville, { kind: 'organisation', id, personId, now, image, alt })
  const row = async () =>
    (await inTenant(belleville, (db) => db.select().from(organisations).where(eq(organisations.id, id))))[0]!
  expect(await row()).toMatchObject({ logo: null, wish: { logoAlt: alt } })
  const act = { taskId: await taskOf(id, 'submission'), byId: await aReader(), now }
  await refuseSubject(belleville, { ...act, code: 'advert', text: why, groundText: null })
  expect(await row()).toMatchObject({ logo: null, wish: null, state: 'active' })
})

const lies = (file: string) =>
  access(join(mediaFolder(belleville), file)).then(
    () => true,
    () => false,
  )

test.each(['refused', 'published'] as const)(
  'a picture that waits and is %s lies on the disk only where something shows it',
  async (answer) => {
    const personId = await aPerson(belleville)
    const { id } = await anActivity(belleville, { organiserId: personId })
    const act = { kind: 'activity' as const, id, personId, now }
    const waiting = async () => {
      await givePicture(belleville, { ...act, image, alt })
      const isIt = and(eq(activityRevisions.activityId, id), eq(activityRevisions.state, 'waiting'))
      const [one] = await inTenant(belleville, (db) => db.select().from(activityRevisions).where(isIt))
      return one!.wish.image as string
    }
    const [first, second] = [await waiting(), await waiting()]
    const desk = { taskId: await taskOf(id, 'submission'), byId: await aReader(), now }
    if (answer === 'published') await publishSubject(belleville, desk)
    else await refuseSubject(belleville, { ...desk, code: 'advert', text: why, groundText: null })
    const asked = await askedToForget([first, second])
    expect(asked.sort()).toEqual([first, second].sort())
    for (const file of asked) await jobs['pictures.forget']({ file }, { tenant: belleville, now })
    expect([await lies(first), await lies(second)]).toEqual([false, answer === 'published'])
    expect(await lies(smallFileOf(second))).toBe(answer === 'published')
  },
)

/** Which of these files a job was asked for, that takes them from the disk if nothing shows them. */
async function askedToForget(files: string[]): Promise<string[]> {
  const owner = postgres(process.env.OWNER_DATABASE_URL!, { max: 1, onnotice: () => {} })
  const keys = files.map((file) => `belleville:pictures.forget:${file}`)
  const rows = await owner<{ payload: { file: string } }[]>`
    select payload from graphile_worker._private_jobs where key = any (${keys})`
  await owner.end()
  return rows.map(({ payload }) => payload.file)
}

test('no name but that of a picture of the city is ever taken from the disk', async () => {
  const outside = join(mediaFolder(belleville), '..', 'kept.txt')
  await writeFile(outside, 'x')
  await jobs['pictures.forget']({ file: '../kept.txt' }, { tenant: belleville, now })
  await access(outside)
})

test('a story has four pictures at most, seen by all once it is told', async () => {
  const personId = await aPerson(belleville)
  const { id: initiativeId } = await anInitiative(belleville, { keptBy: personId })
  const newsId = await someNews(belleville, { initiativeId, byId: personId })
  const add = () => addNewsImage(belleville, { newsId, personId, image, alt })
  for (let count = 0; count < 4; count++) expect(await add()).toMatchObject({ ok: true })
  expect(await add()).toMatchObject({ refusal: 'too_many_images' })
})

test('what is over is put away and taken out again; nothing that awaits somebody is', async () => {
  const personId = await aPerson(belleville)
  const { id: activityId } = await anActivity(belleville, { organiserId: personId })
  await aDate(belleville, activityId, new Date(now.getTime() + 86_400_000))
  const act = { activityId, personId, now }
  const after = { ...act, now: new Date(now.getTime() + 7 * 86_400_000) }
  expect(await archiveActivity(belleville, act)).toMatchObject({ refusal: 'has_dates' })
  expect(await archiveActivity(belleville, { ...after, personId: await aPerson(belleville) })).toMatchObject({
    refusal: 'not_there',
  })
  expect(await archiveActivity(belleville, after)).toMatchObject({ ok: true })
  expect(await archiveActivity(belleville, after)).toMatchObject({ refusal: 'not_there' })
  expect(await unarchiveActivity(belleville, after)).toMatchObject({ ok: true })
})
