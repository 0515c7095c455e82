import { readFileSync } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '@/lib/db'
import { closeOperatorDoor, operatorDoor } from '@/lib/db/operator'
import { mediaFolder } from '@/lib/media/commands'
import {
  createFromDraft,
  forgetOldDrafts,
  saveAnswers,
  saveLook,
  startDraft,
} from '@/lib/operator/wizard/commands'
import { openDraftLogo } from '@/lib/operator/wizard/logos/queries'
import { draftHolder } from '@/lib/operator/wizard/logos/rules'
import { findDraft } from '@/lib/operator/wizard/queries'
import { CityAnswers } from '@/lib/tenancy/creation/input'
import { cityFrom } from '@/lib/tenancy/creation/rules'
import { findTenant, refreshRegistry } from '@/lib/tenancy/registry'

const example = JSON.parse(readFileSync('tenants/example-city.json', 'utf8')) as Record<string, unknown>
const now = new Date()
const day = 86_400_000
afterAll(() => Promise.all([closeDatabase(), closeOperatorDoor()]))

const answersOf = ({ id, ...change }: { id: string; host?: string }) =>
  CityAnswers.parse({ ...example, identity: { ...(example.identity as object), id }, ...change })

const look = { brand: '#245a8d', accent: '#b4540a' }
const drawing = (lines: string) => new File([lines], 'logo.svg')
const tower = '<svg viewBox="0 0 9 9" onload="alert(1)"><script>alert(1)</script><path d="M0 0h9v9z"/></svg>'

async function aDraft(id: string, at = now) {
  const draft = await startDraft(operatorDoor(), { commune: 'Val', byEmail: 'op@test.example', now: at })
  const { open: _, ...answers } = answersOf({ id, host: `${id}.localhost` })
  await saveAnswers(operatorDoor(), { id: draft.id, answers: answers as never, now: at })
  const send = (file: File | null, alt?: string, isTakenAway = false) =>
    saveLook(operatorDoor(), { id: draft.id, look, sent: { file, alt, isTakenAway }, now: at })
  const kept = async () => (await findDraft(draft.id))!.answers.logo
  return { id: draft.id, send, kept }
}

test('a logo waits in the draft, made harmless, and the city opens with it', async () => {
  const { id, send, kept } = await aDraft('val-sept')
  expect(await send(drawing(tower), 'Une tour')).toMatchObject({ ok: true })
  expect(await send(null, 'Une tour carrée')).toMatchObject({ ok: true })
  const logo = (await kept())!
  const { file, vector } = logo.light
  expect(await openDraftLogo(id, vector!)).toMatchObject({ size: expect.any(Number) })
  expect(await openDraftLogo(id, '../val-un/x.webp')).toBeNull()

  const opening = { id, opens: true, byEmail: 'op@test.example', now }
  expect(await createFromDraft(operatorDoor(), opening)).toMatchObject({ ok: true })
  await refreshRegistry()
  const city = (await findTenant('val-sept'))!
  const says = Object.fromEntries(city.locales.map((locale) => [locale, 'Une tour carrée']))
  expect(city.theme).toMatchObject({ ...look, logo: { light: logo.light, alt: says } })
  expect(await readFile(join(mediaFolder(city), vector!), 'utf8')).not.toMatch(/script|onload/)
  await access(join(mediaFolder(city), file))
  await expect(access(mediaFolder(draftHolder(id)))).rejects.toThrow()
})

test('a file that is no logo is refused at its field, and what was kept stays; one taken away is gone', async () => {
  const { id, send, kept } = await aDraft('val-huit')
  const at = (errors: object) => ({ ok: false, errors })
  expect(await send(null, 'Une tour')).toEqual(at({ logo: { code: 'file_required' } }))
  expect(await send(drawing(tower))).toEqual(at({ alt: { code: 'required' } }))
  await send(drawing(tower), 'Une tour')
  const { light } = (await kept())!
  expect(await send(drawing('<html></html>'), 'Autre')).toEqual(at({ logo: { code: 'not_an_image' } }))
  expect(await kept()).toEqual({ light, alt: 'Une tour' })
  await send(drawing(tower), 'Une autre tour')
  await expect(access(join(mediaFolder(draftHolder(id)), light.vector!))).rejects.toThrow()
  expect(await send(null, 'Une autre tour', true)).toMatchObject({ ok: true })
  expect(await kept()).toBeUndefined()
})

test('a file of answers brings no logo, and a city without one has its initials', () => {
  const logo = { light: { file: 'x.webp', width: 1, height: 1 }, alt: 'x' }
  expect(CityAnswers.safeParse({ ...answersOf({ id: 'val-x' }), logo }).success).toBe(false)
  expect(cityFrom(answersOf({ id: 'val-x' }), 'localhost').theme).not.toHaveProperty('logo')
})

test('a draft nobody has touched for a year goes with its logo, and one in hand keeps its own', async () => {
  const old = new Date(now.getTime() - 367 * day)
  const [left, inHand] = [await aDraft('val-neuf', old), await aDraft('val-dix', old)]
  for (const { send } of [left, inHand]) await send(drawing(tower), 'Une tour')
  const inTime = new Date(now.getTime() - 360 * day)
  await saveAnswers(operatorDoor(), { id: inHand.id, answers: { look }, now: inTime })

  const folderOf = ({ id }: { id: string }) => mediaFolder(draftHolder(id))
  await access(folderOf(left))
  for (const _night of [1, 2]) await forgetOldDrafts(operatorDoor(), now)
  expect(await findDraft(left.id)).toBeNull()
  await expect(access(folderOf(left))).rejects.toThrow()
  expect(await inHand.kept()).toMatchObject({ alt: 'Une tour' })
  await access(folderOf(inHand))
})
