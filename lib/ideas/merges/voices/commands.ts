import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { supports } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { changed } from '../../../tenancy/freshness'
import { aliasOf } from '../../paper/queries'
import { scopeKeyOf, voterKey } from '../../supports/scope-keys'
import { chainFrom, type Link, sourcesOf } from '../queries'
import { type VoiceRefusal, voiceRefusalOf } from '../rules'

type Voice = { ideaId: string; sessionId: string; personId: string }
type Carried = { answer: 'yes' | 'no' }

/**
 * A supporter of what was merged answers for their own voice: carried to the idea at the end of the chain, or left where it
 * is. Only they can: without them asking, nothing leads from their voice to them.
 */
export async function answerForVoice(
  tenant: { id: string },
  { ideaId, sessionId, personId, answer }: Voice & Carried,
): Promise<Outcome<Carried, VoiceRefusal>> {
  const chain = await inTenant(tenant, (db) => chainFrom(db, ideaId))
  if (chain.length === 0) return refused('not_merged')
  if (!chain.every(({ asks }) => asks)) return refused('answers_over')
  const ideaIds = [ideaId, ...chain.map((link) => link.ideaId)]
  const voters = await votersOf(tenant, ideaIds, personId)
  if (!voters) return refused('no_voice')
  const alias = await aliasOf(tenant, { ideaId: ideaIds.at(-1)!, personId })
  const outcome =
    answer === 'yes'
      ? await carry(tenant, { ideaIds, voters, chain, sessionId, personId, alias })
      : await leave(tenant, { ideaId, voter: voters[0]!, link: chain[0]! })
  return outcome.ok ? done({ answer }) : outcome
}

async function votersOf(
  tenant: { id: string },
  ideaIds: string[],
  personId: string,
): Promise<string[] | null> {
  const voters: string[] = []
  for (const ideaId of ideaIds) {
    const scope = await scopeKeyOf(tenant, ideaId)
    if (!scope) return null
    voters.push(voterKey(scope, personId))
  }
  return voters
}

type Carrying = {
  ideaIds: string[]
  voters: string[]
  chain: Link[]
  sessionId: string
  personId: string
  alias: string
}

function carry(tenant: { id: string }, { ideaIds, voters, chain, sessionId, personId, alias }: Carrying) {
  const list = (values: string[]) => `{${values.join(',')}}`
  return inTenant(tenant, async (db): Promise<Outcome<undefined, VoiceRefusal>> => {
    const [row] = await db.execute<{ verdict: string }>(sql`
      select app.carry_voice(${list(ideaIds)}::text::uuid[], ${list(voters)}::text::text[],
        ${list(chain.map(({ mergeId }) => mergeId))}::text::uuid[], ${sessionId}::uuid, ${personId}::uuid, ${alias}) as verdict`)
    const refusal = voiceRefusalOf(row!.verdict)
    if (refusal) return refused(refusal)
    for (const ideaId of ideaIds) await changed(db, `idea:${ideaId}`)
    return done(undefined)
  })
}

type Leaving = { ideaId: string; voter: string; link: Link }

function leave(tenant: { id: string }, { ideaId, voter, link }: Leaving) {
  return inTenant(tenant, async (db): Promise<Outcome<undefined, VoiceRefusal>> => {
    const kept = await db
      .update(supports)
      .set({ askedBy: link.mergeId })
      .where(
        and(
          eq(supports.ideaId, ideaId),
          eq(supports.voterKey, Buffer.from(voter, 'hex')),
          eq(supports.state, 'counted'),
        ),
      )
      .returning({ state: supports.state })
    return kept.length > 0 ? done(undefined) : refused('no_voice')
  })
}

/**
 * Whoever takes back a voice that a merge had brought does not get it back where it came from when the merge is undone.
 * Only while they ask can their voices under the other ideas be found.
 */
export async function leaveSources(
  tenant: { id: string },
  { ideaId, personId }: Pick<Voice, 'ideaId' | 'personId'>,
): Promise<void> {
  const sources = await inTenant(tenant, (db) => sourcesOf(db, ideaId))
  const voters = await votersOf(tenant, sources, personId)
  if (!voters) return
  await inTenant(tenant, async (db) => {
    for (const [place, source] of sources.entries())
      await db
        .update(supports)
        .set({ state: 'withdrawn', askedBy: null })
        .where(
          and(
            eq(supports.ideaId, source),
            eq(supports.voterKey, Buffer.from(voters[place]!, 'hex')),
            eq(supports.state, 'moved'),
          ),
        )
  })
}
