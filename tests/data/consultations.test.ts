import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { consultationDocuments, consultations, journal } from '@/drizzle/schema'
import {
  decideOn,
  discardConsultation,
  followUpOn,
  publishConsultation,
  reportOn,
  saveConsultation,
} from '@/lib/consultations/commands'
import { addDocument, linkDocument, removeDocument } from '@/lib/consultations/documents/commands'
import { ConsultationInput } from '@/lib/consultations/input'
import { findConsultation, findDocumentTitle, findKept, listPublished } from '@/lib/consultations/queries'
import { inTenant } from '@/lib/db'
import { belleville } from '@/tenants/belleville'
import { paris } from '@/tenants/paris'
import { aPerson } from '../support/factories'

const now = new Date('2026-05-10T10:00:00Z')
const later = (day: string) => new Date(`${day}T10:00:00Z`)
const whole = {
  type: 'questionnaire',
  title: 'Les horaires de la médiathèque',
  summary: 'Deux heures de plus.\nÀ vous de dire lesquelles.',
  decided: 'Le nombre d’heures.',
  undecided: 'Les jours.',
  audience: 'Tout le monde.',
  modalities: 'En ligne ou sur papier.',
  contact: 'mairie@exemple.test',
  opensOn: '2026-05-20',
  closesOn: '2026-06-20',
}

async function admin(scope: { districtCode?: string } = {}) {
  const id = await aPerson(belleville)
  const { districtCode } = scope
  const grant = districtCode
    ? { role: 'area_admin' as const, scopeKind: 'district' as const, scopeValue: districtCode }
    : { role: 'admin' as const, scopeKind: 'city' as const, scopeValue: null }
  return { id, grants: [grant] }
}

async function kept(change: Record<string, unknown> = {}, person = admin()) {
  const { id: _id, ...fields } = ConsultationInput({ tenant: belleville }).parse({ ...whole, ...change })
  const who = await person
  const saved = await saveConsultation(belleville, { id: null, fields, person: who, locale: 'fr', now })
  if (!saved.ok) throw new Error(saved.refusal)
  return { id: saved.value.id, fields, person: who, now }
}

async function published(change: Record<string, unknown> = {}) {
  const act = await kept(change)
  const outcome = await publishConsultation(belleville, act)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return act
}

const text = 'Trente-quatre personnes ont répondu, la plupart pour le soir.'

describe('before anyone is asked', () => {
  test.each(['summary', 'decided', 'undecided', 'audience', 'modalities', 'contact', 'opensOn', 'closesOn'])(
    'nothing opens without %s, nor does Postgres let it',
    async (field) => {
      const act = await kept({ [field]: '' })
      expect(await publishConsultation(belleville, act)).toEqual({ ok: false, refusal: 'incomplete' })
      const forced = inTenant(belleville, (db) =>
        db
          .update(consultations)
          .set({ publishedAt: now, reportDueOn: '2026-09-01' })
          .where(eq(consultations.id, act.id)),
      )
      await expect(forced).rejects.toThrow()
      expect(await findConsultation(belleville, act.id)).toBeNull()
      expect(await findKept(belleville, act.id)).not.toBeNull()
    },
  )

  test('a draft is nobody’s to read, and can be thrown away; what is published cannot', async () => {
    const draft = await kept()
    expect((await listPublished(belleville)).some(({ id }) => id === draft.id)).toBe(false)
    expect(await discardConsultation(belleville, draft)).toMatchObject({ ok: true })
    expect(await findKept(belleville, draft.id)).toBeNull()
    expect(await discardConsultation(belleville, await published())).toMatchObject({ ok: false })
  })

  test('the report is owed sixty days after the last day', async () => {
    const { id } = await published()
    expect(await findConsultation(belleville, id)).toMatchObject({ reportDueOn: '2026-08-19' })
  })
})

describe('once people were told', () => {
  test('a day may be put off and never brought forward', async () => {
    const act = await published()
    const change = (fields: object, at = now) =>
      saveConsultation(belleville, {
        ...act,
        fields: { ...act.fields, reason: 'La médiathèque a demandé dix jours de plus.', ...fields },
        locale: 'fr',
        now: at,
      })
    expect(await change({ closesOn: '2026-06-19' })).toEqual({ ok: false, refusal: 'never_shorter' })
    expect(await change({ closesOn: '2026-06-30' })).toMatchObject({ ok: true })
    expect(await change({ closesOn: '2026-06-30', opensOn: '2026-05-21' }, later('2026-05-20'))).toEqual({
      ok: false,
      refusal: 'begun',
    })
    expect(await change({ closesOn: '2026-06-30', decided: '' })).toEqual({
      ok: false,
      refusal: 'incomplete',
    })
  })

  test('edge 73: report, decision and follow-up come in that order, a report of nobody too', async () => {
    const act = await published()
    const at = { ...act, text, now: later('2026-06-21') }
    const report = { ...at, participantCount: 0 }
    expect(await reportOn(belleville, { ...report, now: later('2026-06-20') })).toMatchObject({
      refusal: 'not_closed',
    })
    expect(await decideOn(belleville, at)).toEqual({ ok: false, refusal: 'no_report_yet' })
    expect(await reportOn(belleville, report)).toMatchObject({ ok: true })
    expect(await followUpOn(belleville, at)).toEqual({ ok: false, refusal: 'no_decision_yet' })
    expect(await decideOn(belleville, at)).toMatchObject({ ok: true })
    expect(await followUpOn(belleville, at)).toMatchObject({ ok: true })
    const told = await inTenant(belleville, (db) =>
      db.select({ kind: journal.kind }).from(journal).where(eq(journal.aboutId, act.id)).orderBy(journal.at),
    )
    expect(told.map(({ kind }) => kind).sort()).toEqual([
      'consultation_decided',
      'consultation_followed_up',
      'consultation_published',
      'consultation_reported',
    ])
  })
})

test('who looks after one district changes nothing elsewhere', async () => {
  const neighbour = await admin({ districtCode: 'la-gare' })
  const act = { ...(await kept({ districtCode: 'les-vergers' })), person: neighbour }
  expect(await publishConsultation(belleville, act)).toEqual({ ok: false, refusal: 'not_your_district' })
  const moved = { ...act, fields: { ...act.fields, districtCode: 'la-gare' }, locale: 'fr' }
  expect(await saveConsultation(belleville, moved)).toEqual({ ok: false, refusal: 'not_your_district' })
  const own = await kept({ districtCode: 'la-gare' }, Promise.resolve(neighbour))
  expect(await publishConsultation(belleville, own)).toMatchObject({ ok: true })
})

test('another city’s consultation is not there', async () => {
  const act = await published()
  expect(await findConsultation(paris, act.id)).toBeNull()
  expect(await publishConsultation(paris, act)).toEqual({ ok: false, refusal: 'not_there' })
})

test('a document is a PDF or an address, and goes with its file', async () => {
  const act = await published()
  const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
  expect(await addDocument(belleville, { ...act, title: 'Le plan', sent: pdf })).toMatchObject({ ok: true })
  const page = new TextEncoder().encode('<script>alert(1)</script>')
  expect(await addDocument(belleville, { ...act, title: 'Page', sent: page })).toMatchObject({
    refusal: 'not_a_pdf',
  })
  const link = { ...act, title: 'Ailleurs', url: 'https://exemple.test/', now: later('2026-05-11') }
  await linkDocument(belleville, link)
  const { documents } = (await findConsultation(belleville, act.id))!
  expect(documents.map(({ title }) => title)).toEqual(['Le plan', 'Ailleurs'])
  const file = documents[0]!.file!
  expect(await findDocumentTitle(belleville, file)).toBe('Le plan')
  expect(await findDocumentTitle(paris, file)).toBeNull()
  await removeDocument(belleville, { ...act, documentId: documents[0]!.id })
  expect(await findDocumentTitle(belleville, file)).toBeNull()
})

test('T21: Postgres keeps no address that runs, whichever way it comes', async () => {
  const act = await published()
  for (const address of ['javascript:alert(1)', ' https://exemple.test', 'data:text/html,x']) {
    const changes = inTenant(belleville, (db) =>
      db.update(consultations).set({ externalUrl: address }).where(eq(consultations.id, act.id)),
    )
    await expect(changes, address).rejects.toThrow()
    const link = { consultationId: act.id, title: 'Ailleurs', url: address, addedAt: now }
    const adds = inTenant(belleville, (db) => db.insert(consultationDocuments).values(link))
    await expect(adds, address).rejects.toThrow()
  }
})
