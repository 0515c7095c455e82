import { access } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { discardDraft } from '@/lib/ideas/authoring/commands'
import { addImage, removeImage } from '@/lib/ideas/deposit/images/commands'
import { findDraft } from '@/lib/ideas/deposit/queries'
import { mediaFolder } from '@/lib/media/commands'
import { sightOf } from '@/lib/media/queries'
import { aDraft, belleville, elsewhere, someone } from '../support/deposits'

test('an image is the author’s alone until its idea is published, and goes with the draft', async () => {
  const holder = someone()
  const id = await aDraft(holder)
  const image = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#567' } })
    .png()
    .toBuffer()
  const add = (by = holder) => addImage(belleville, { ideaId: id, holder: by, image, alt: 'Une place vide' })
  expect(await add(someone())).toEqual({ ok: false, refusal: 'not_there' })
  for (let count = 0; count < 5; count++) expect(await add()).toMatchObject({ ok: true })
  expect(await add()).toEqual({ ok: false, refusal: 'too_many_images' })

  const [first, second] = (await findDraft(belleville, id, holder))!.images
  const see = (file: string, reader = holder, city: { id: string } = belleville) =>
    sightOf(city, file, { ...reader, isModerator: false, isStaff: false })
  expect(await see(first!.file)).toBe('private')
  expect(await see(first!.file.replace('.webp', '-640.webp'))).toBe('private')
  expect(await see(first!.file, someone())).toBeNull()
  expect(await see(first!.file, holder, elsewhere)).toBeNull()
  expect(
    await sightOf(belleville, first!.file, { ...someone(), isModerator: true, isStaff: true }),
  ).toBeNull()
  expect(await see('../../postgres-address')).toBeNull()

  expect(await removeImage(belleville, { ideaId: id, imageId: first!.id, holder: someone() })).toMatchObject({
    ok: false,
  })
  expect(await removeImage(belleville, { ideaId: id, imageId: first!.id, holder })).toMatchObject({
    ok: true,
  })
  await expect(access(join(mediaFolder(belleville), first!.file))).rejects.toThrow()
  await access(join(mediaFolder(belleville), second!.file))
  await discardDraft(belleville, { ideaId: id, holder })
  await expect(access(join(mediaFolder(belleville), second!.file))).rejects.toThrow()
  expect(await findDraft(belleville, id, holder)).toBeNull()
})
