import { randomUUID } from 'node:crypto'
import { and, eq, isNotNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, letters, memberships } from '@/drizzle/schema'
import {
  answerRequest,
  askToJoin,
  changeRole,
  leaveOrganisation,
  removeMember,
} from '@/lib/agir/organisations/members/commands'
import { acceptInvitation, inviteMember } from '@/lib/agir/organisations/members/invitations/commands'
import { findInvitation, listMembers, membershipToken } from '@/lib/agir/organisations/members/queries'
import { usualAnswer } from '@/lib/agir/organisations/answering/queries'
import { speaksFor } from '@/lib/agir/organisations/queries'
import type { MemberRole } from '@/lib/agir/organisations/rules'
import { inTenant } from '@/lib/db'
import { dueAt } from '@/lib/people/retention/due/queries'
import { aMember, anOrganisation } from '../../support/agir'
import { aPerson, belleville, marsa } from '../../support/factories'

const now = new Date()
const day = 86_400_000

async function owned() {
  const personId = await aPerson(belleville)
  const { id, name, slug } = await anOrganisation(belleville, { createdById: personId })
  return {
    organisationId: id,
    slug: slug!,
    name,
    personId,
    membershipId: await aMember(belleville, id, personId),
    now,
  }
}

async function invited(role: MemberRole = 'member', at = now) {
  const own = await owned()
  const email = `${randomUUID()}@exemple.fr`
  expect(await inviteMember(belleville, { ...own, email, role, locale: 'fr', now: at })).toMatchObject({
    ok: true,
  })
  const waiting = (await listMembers(belleville, own.organisationId)).find(
    ({ state }) => state === 'invited',
  )!
  return { ...own, email, invitationId: waiting.id, token: membershipToken(belleville, waiting.id) }
}

const refusalOf = (outcome: { ok: boolean; refusal?: string }) => outcome.refusal
const stateOf = async (id: string) =>
  (await inTenant(belleville, (db) => db.select().from(memberships).where(eq(memberships.id, id))))[0]

test('whoever holds the letter joins once, and their address is forgotten', async () => {
  const { token, invitationId, organisationId, name } = await invited('coordinator')
  const [first, second] = [await aPerson(belleville), await aPerson(belleville)]
  expect(await findInvitation(belleville, token)).toMatchObject({ name, role: 'coordinator' })
  expect(await acceptInvitation(belleville, { token, personId: first, now })).toMatchObject({
    value: { organisationId },
  })
  expect(await stateOf(invitationId)).toMatchObject({
    state: 'active',
    personId: first,
    email: null,
    tokenHash: null,
  })
  expect(refusalOf(await acceptInvitation(belleville, { token, personId: second, now }))).toBe('not_valid')
})

test('an invitation serves for fourteen days, and in its own city', async () => {
  const { token } = await invited('member', new Date(now.getTime() - 15 * day))
  expect(await findInvitation(belleville, token)).toBeNull()
  const { token: fresh } = await invited()
  expect(await findInvitation(marsa, fresh)).toBeNull()
})

test('the address of somebody who never answered is due to be forgotten three weeks later', async () => {
  const { invitationId } = await invited('member', new Date(now.getTime() - 22 * day))
  await invited('member', new Date(now.getTime() - 20 * day))
  const due = await inTenant(belleville, async (db) => {
    const [found] = dueAt(db, 'invitations', now).filter(({ from }) => from === memberships)
    return db
      .select({ id: memberships.id })
      .from(memberships)
      .where(and(found!.where, isNotNull(memberships.email)))
  })
  expect(due.map(({ id }) => id)).toContain(invitationId)
  expect(due).toHaveLength(1)
})

test('a letter leaves with the invitation, without a word of who is known here', async () => {
  const { email, invitationId } = await invited()
  const [letter] = await inTenant(belleville, (db) =>
    db.select().from(letters).where(eq(letters.address, email)),
  )
  expect(letter).toMatchObject({ kind: 'organisation_invitation', personId: null })
  expect(JSON.stringify(letter!.detail)).not.toContain(membershipToken(belleville, invitationId))
})

test('a request waits until those who run the page answer it, and they are told', async () => {
  const { organisationId, slug, personId } = await owned()
  const asking = await aPerson(belleville)
  await askToJoin(belleville, { slug, personId: asking, now })
  await askToJoin(belleville, { slug, personId: asking, now })
  const requests = (await listMembers(belleville, organisationId)).filter(
    ({ state }) => state === 'requested',
  )
  expect(requests).toHaveLength(1)
  const told = await inTenant(belleville, (db) =>
    db
      .select()
      .from(journal)
      .where(and(eq(journal.aboutId, organisationId), eq(journal.kind, 'organisation_joining'))),
  )
  expect(told.map(({ detail }) => (detail as { tell: string[] }).tell)).toEqual([[personId]])

  const answer = { membershipId: requests[0]!.id, answer: 'accept', now } as const
  expect(refusalOf(await answerRequest(belleville, { ...answer, personId: asking }))).toBe('not_there')
  expect(await answerRequest(belleville, { ...answer, personId })).toMatchObject({ ok: true })
  expect(await stateOf(requests[0]!.id)).toMatchObject({ state: 'active', role: 'member' })
  expect(refusalOf(await answerRequest(belleville, { ...answer, personId }))).toBe('not_there')
})

test('edge 9: the last owner hands over before they go', async () => {
  const { organisationId, personId, membershipId } = await owned()
  const leave = (who: string) => leaveOrganisation(belleville, { organisationId, personId: who, now })
  expect(refusalOf(await leave(personId))).toBe('last_owner')
  expect(refusalOf(await changeRole(belleville, { membershipId, role: 'member', personId, now }))).toBe(
    'last_owner',
  )
  const other = await aPerson(belleville)
  const theirs = await aMember(belleville, organisationId, other, { role: 'member' })
  await changeRole(belleville, { membershipId: theirs, role: 'owner', personId, now })
  expect(await leave(personId)).toMatchObject({ ok: true })
  expect(refusalOf(await leave(other))).toBe('last_owner')
})

test('two owners who go at the same moment do not leave it without one', async () => {
  const { organisationId, personId } = await owned()
  const other = await aPerson(belleville)
  await aMember(belleville, organisationId, other)
  const left = await Promise.all(
    [personId, other].map((who) => leaveOrganisation(belleville, { organisationId, personId: who, now })),
  )
  expect(left.map(({ ok }) => ok).sort()).toEqual([false, true])
})

test('who runs the page gives and takes no role of those who own it', async () => {
  const { organisationId, membershipId } = await owned()
  const manager = await aPerson(belleville)
  await aMember(belleville, organisationId, manager, { role: 'manager' })
  const act = { membershipId, personId: manager, now }
  expect(refusalOf(await changeRole(belleville, { ...act, role: 'member' }))).toBe('beyond_your_role')
  expect(refusalOf(await removeMember(belleville, act))).toBe('beyond_your_role')
  const email = `${randomUUID()}@exemple.fr`
  const asked = { organisationId, personId: manager, email, role: 'owner', locale: 'fr', now } as const
  expect(refusalOf(await inviteMember(belleville, asked))).toBe('beyond_your_role')
})

test('in how many days it usually answers is said once three have been answered', async () => {
  const { organisationId, personId } = await owned()
  const answersIn = () => inTenant(belleville, (db) => usualAnswer(db, organisationId))
  for (const days of [1, 4, 9]) {
    expect(await answersIn()).toBeNull()
    const { slug } = (await inTenant(belleville, (db) => speaksFor(db, personId)))[0]!
    const asking = await aPerson(belleville)
    await askToJoin(belleville, { slug: slug!, personId: asking, now })
    const [request] = (await listMembers(belleville, organisationId)).filter(
      ({ state }) => state === 'requested',
    )
    const answered = new Date(now.getTime() + days * day + 1000)
    const answer = days === 9 ? ('decline' as const) : ('accept' as const)
    await answerRequest(belleville, { membershipId: request!.id, answer, personId, now: answered })
  }
  expect(await answersIn()).toBe(4)
})
