import { expect, test } from 'vitest'
import { keepEmblem } from '@/lib/media/drawings/commands'
import { findDesk } from '@/lib/tenancy/drafts/queries'
import { answerLegal } from '@/lib/tenancy/legal/answers/commands'
import { saveLogo, saveLook } from '@/lib/tenancy/look/commands'
import { sightOfEmblem } from '@/lib/tenancy/look/queries'
import type { Tenant } from '@/tenants/tenant'
import { aCity } from '../support/cities'
import { aPerson } from '../support/factories'

const now = new Date('2026-11-22T08:00:00Z')
const grants = [{ role: 'owner', scopeKind: 'city', scopeValue: null }] as const
const admin = async (city: Tenant) => {
  const id = await aPerson(city, { role: 'owner' })
  return { id, name: 'Hélène', grants }
}
const drawing = new File(
  ['<svg viewBox="0 0 9 9" onload="alert(1)"><script>alert(1)</script><path d="M0 0h9v9z"/></svg>'],
  'x"><svg onload=alert(1)>.svg',
)

test('a look and a logo wait in the draft, and another city’s draft is not there', async () => {
  const [city, other] = [await aCity(), await aCity()]
  const by = await admin(city)
  const look = { ...city.theme, brand: '#112233', header: 'deep' } as const
  expect(await saveLook(city, { look, rowVersion: 0, by, now })).toMatchObject({ ok: true })
  const { draft } = await findDesk(city)
  const alt = { fr: 'Une tour' }
  const logo = { kept: undefined, light: drawing, dark: null, alt, rowVersion: draft!.rowVersion, by, now }
  expect(await saveLogo(city, logo)).toMatchObject({ ok: true })

  const { settings, head } = await findDesk(city)
  expect(settings.theme).toMatchObject({ brand: '#112233', header: 'deep', logo: { alt } })
  expect(head.settings.theme.brand).toBe(city.theme.brand)
  const { vector } = settings.theme.logo!.light
  expect(await sightOfEmblem(city, vector!, true)).toBe('private')
  expect(await sightOfEmblem(city, vector!, false)).toBeNull()
  expect(await sightOfEmblem(other, vector!, true)).toBeNull()
  expect(await sightOfEmblem({ ...city, theme: settings.theme }, vector!, false)).toBe('public')
})

test('what is no picture is refused, and so is one that is too heavy', async () => {
  const city = await aCity()
  expect(await keepEmblem(city, Buffer.from('<html></html>'))).toEqual({ ok: false, refusal: 'not_an_image' })
  expect(await keepEmblem(city, Buffer.alloc(20 * 1024 * 1024))).toEqual({
    ok: false,
    refusal: 'file_too_big',
  })
  const heavy = Buffer.from(`<svg>${'<g/>'.repeat(200_000)}</svg>`)
  expect(await keepEmblem(city, heavy)).toEqual({ ok: false, refusal: 'file_too_big' })
})

test('answers of a legal page are kept as they were written, and taken away when emptied', async () => {
  const city = await aCity()
  const by = await admin(city)
  const written = {
    'legal-dpoEmail': 'dpo@city.example',
    'legal-supervisor-fr': '"><img src=x onerror=alert(1)>',
  }
  const act = {
    document: 'privacy',
    written,
    isReviewed: true,
    isAsked: false,
    rowVersion: 0,
    by,
    now,
  } as const
  expect(await answerLegal(city, act)).toMatchObject({ ok: true })
  const { settings, draft } = await findDesk(city)
  expect(settings.legal).toMatchObject({
    dpoEmail: 'dpo@city.example',
    supervisor: { fr: '"><img src=x onerror=alert(1)>' },
    reviewedOn: '2026-11-22',
  })
  await answerLegal(city, { ...act, written: {}, rowVersion: draft!.rowVersion, isReviewed: false })
  expect((await findDesk(city)).settings.legal.dpoEmail).toBeUndefined()
})
