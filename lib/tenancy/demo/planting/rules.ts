import { createHash, randomUUID } from 'node:crypto'
import type { ideas, ideaTexts, journal } from '../../../../drizzle/schema'
import type { DemoIdea } from '../../../../tenants/demo'
import type { Tenant } from '../../../../tenants/tenant'
import { dueAfterWorkingDays } from '../../../ideas/deposit/rules'
import { slugOf } from '../../../ideas/moderation/rules'
import { frozenRules, type RuleSet } from '../../../rules/rules'
import { skeleton } from '../../../text'
import { beginningOf, daysBefore, gatheredBy, pointIn } from '../rules'

type Ground = { tenant: Tenant; sets: RuleSet[]; authorId: string; now: Date }
type Row = typeof ideas.$inferInsert & { id: string }
export type Planted = {
  row: Row
  text: typeof ideaTexts.$inferInsert | null
  entries: (typeof journal.$inferInsert)[]
  /** The day of its last support. */
  gatheredUntil: Date
}

const week = 7

/** A demo idea as it would be had citizens, moderators and the passing of time made it. */
export function plantedIdea(idea: DemoIdea, ground: Ground): Planted {
  const begunAt = beginningOf(idea, ground.sets.at(-1)!, ground.now)
  const set = ground.sets.findLast(({ validFrom }) => validFrom <= begunAt) ?? ground.sets[0]!
  const written = writtenPart(idea, ground, begunAt, set)
  if (idea.stage === 'submitted' || idea.stage === 'refused') return waitingIdea(idea, ground, written, set)
  return publishedIdea(idea, ground, written, set)
}

function writtenPart(idea: DemoIdea, { tenant, authorId }: Ground, begunAt: Date, set: RuleSet) {
  const district = tenant.territory.districts.find(({ code }) => code === idea.district)!
  const place = idea.address
    ? { placeKind: 'point' as const, address: idea.address, ...pointIn(district.outline, idea.title) }
    : { placeKind: 'district' as const }
  const submittedAt = idea.stage === 'submitted' ? begunAt : daysBefore(begunAt, 2 + (idea.title.length % 3))
  return {
    id: randomUUID(),
    authorId,
    title: idea.title,
    titleKey: skeleton(idea.title),
    body: idea.body,
    locale: tenant.locales[0]!,
    themeId: idea.theme,
    districtCode: idea.district,
    secondDistrictCode: idea.second ?? null,
    ...place,
    createdAt: daysBefore(submittedAt, 1),
    submittedAt,
    changedAt: begunAt,
    pullBackUntil: daysBefore(submittedAt, -set.rules.coolingOffHours / 24),
    moderationDueAt: dueAfterWorkingDays(submittedAt, set.rules.moderationWorkingDays, set.timeZone),
  }
}

type Written = ReturnType<typeof writtenPart>

function waitingIdea(
  idea: DemoIdea,
  { now }: Ground,
  written: Written,
  { rules: { moderationWorkingDays } }: RuleSet,
): Planted {
  const { id: aboutId, authorId: byId, submittedAt } = written
  const submitted = byAuthor('submitted', 'internal', { aboutId, byId, at: submittedAt })
  const still = { text: null, gatheredUntil: now }
  if (idea.stage !== 'refused')
    return { ...still, row: { ...written, publication: 'submitted' }, entries: [submitted] }

  const refusedAt = daysBefore(now, Math.min(idea.ago, idea.ago + moderationWorkingDays))
  const refusal = { refusedAt, treatedAt: refusedAt, refusalCode: idea.code, refusalText: idea.text }
  const refused = { ...bySomeone('refused', aboutId, refusedAt, 'moderator'), detail: { code: idea.code } }
  return { ...still, row: { ...written, publication: 'refused', ...refusal }, entries: [submitted, refused] }
}

function publishedIdea(idea: DemoIdea, { now }: Ground, written: Written, set: RuleSet): Planted {
  const { id: aboutId, authorId: byId, title, body, changedAt: publishedAt } = written
  const frozen = frozenRules(set, publishedAt, written)
  const supportCount = gatheredBy(idea, frozen.threshold)
  const digest = createHash('sha256').update(`${title}\n\n${body}`).digest('hex')
  const { change, entry, gatheredUntil } = endOf(idea, { aboutId, byId, supportCount, set, now, frozen })
  return {
    row: {
      ...written,
      ...frozen,
      publication: 'published',
      slug: slugOf(title),
      publishedAt,
      treatedAt: publishedAt,
      supportCount,
      ...change,
    },
    text: { ideaId: aboutId, version: 1, title, body, digest, at: publishedAt },
    entries: [
      byAuthor('submitted', 'internal', { aboutId, byId, at: written.submittedAt }),
      { ...bySomeone('published', aboutId, publishedAt, 'moderator'), detail: { ruleVersion: set.version } },
      ...entry,
    ],
    gatheredUntil,
  }
}

type Published = {
  aboutId: string
  byId: string
  supportCount: number
  set: RuleSet
  now: Date
  frozen: { deadlineAt: Date }
}
type End = { change: Partial<Row>; entry: Planted['entries']; gatheredUntil: Date }

/** How far it has come since: the states, the dates and the public entry that go together. */
function endOf(idea: DemoIdea, { aboutId, byId, supportCount, set, now, frozen }: Published): End {
  const { version: ruleVersion, threshold } = set
  if (idea.stage === 'reached' || idea.stage === 'certified') {
    const reachedAt = daysBefore(now, idea.ago)
    const certifiedAt = idea.stage === 'certified' ? daysBefore(now, idea.ago - week) : null
    const detail = { threshold, count: threshold, ruleVersion }
    const change = { collection: idea.stage, reachedAt, countAtThreshold: threshold, certifiedAt }
    const reached = { ...bySomeone('threshold_reached', aboutId, reachedAt, 'system'), detail }
    const entry = certifiedAt
      ? [reached, { ...bySomeone('threshold_certified', aboutId, certifiedAt, 'system'), detail }]
      : [reached]
    return { change, entry, gatheredUntil: now }
  }
  if (idea.stage === 'expired') {
    const expiredAt = new Date(frozen.deadlineAt.getTime() + 60_000)
    const entry = [{ ...bySomeone('expired', aboutId, expiredAt, 'system'), detail: { count: supportCount } }]
    return { change: { collection: 'expired', expiredAt }, entry, gatheredUntil: daysBefore(expiredAt, 1) }
  }
  if (idea.stage === 'withdrawn') {
    const withdrawnAt = daysBefore(now, idea.ago)
    const change = { publication: 'withdrawn', collection: 'closed', withdrawnAt } as const
    const entry = [byAuthor('withdrawn', 'public', { aboutId, byId, at: withdrawnAt })]
    return { change, entry, gatheredUntil: daysBefore(withdrawnAt, 1) }
  }
  return { change: { collection: 'open' }, entry: [], gatheredUntil: now }
}

function byAuthor(
  kind: string,
  visibility: 'public' | 'internal',
  about: { aboutId: string; byId: string; at: Date },
) {
  return { kind, ...about, byRole: 'author' as const, visibility }
}

function bySomeone(kind: string, aboutId: string, at: Date, byRole: 'moderator' | 'system') {
  return { kind, aboutId, at, byRole, visibility: 'public' as const }
}
