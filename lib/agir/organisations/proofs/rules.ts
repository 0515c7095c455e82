import {
  isInformal,
  isPublic,
  type MemberRole,
  type OrganisationKind,
  type OrganisationState,
  type ProofMethod,
  type TrustLevel,
} from '../rules'

/** For how long a proof holds; then it is made anew. */
export const proofMonths = 12
/** A letter with a code travels, and may be read by one person for so many days. */
export const codeDays = 30
export const mostTries = 5
/** How many residents together answer for a group, and for how many groups one person may. */
export const residentsNeeded = 2
export const mostVouched = 5

export const proofRefusals = [
  'not_there',
  'no_website',
  'no_address',
  'already_asked',
  'not_found_there',
  'cannot_be_asked',
  'wrong_code',
  'too_many_tries',
  'own_organisation',
  'known_too_little',
  'already_vouched',
  'too_many_vouched',
  'outside_scope',
  'already_decided',
  'reason_too_short',
  'has_owner',
] as const
export type ProofRefusal = (typeof proofRefusals)[number]

type Proof = { method: ProofMethod; evidence: Record<string, string>; expiresAt: Date | null }

/** What each way of proving is worth. Residents count together, an organisation alone. */
function levelOf({ method, evidence }: Proof): TrustLevel | 'resident' {
  if (method === 'register') return 1
  if (method === 'city') return 3
  return method === 'vouching' && evidence.by !== 'organisation' ? 'resident' : 2
}

/** How far an organisation is to be trusted by the proofs that hold, and until when that is so. */
export function trustBy(
  proofs: readonly Proof[],
  now: Date,
): { trust: TrustLevel; provenUntil: Date | null } {
  const holding = proofs.filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
  const residents = holding.filter((proof) => levelOf(proof) === 'resident').sort(latestFirst)
  const together = residents[residentsNeeded - 1]
  const levels = holding.flatMap((proof) => {
    const level = levelOf(proof)
    return level === 'resident' ? [] : [{ level, until: proof.expiresAt }]
  })
  if (together) levels.push({ level: 1, until: together.expiresAt })
  const trust = Math.max(0, ...levels.map(({ level }) => level)) as TrustLevel
  const untils = levels.filter(({ level }) => level === trust).map(({ until }) => until)
  const last = untils.some((until) => until === null) ? null : latest(untils as Date[])
  return { trust, provenUntil: last }
}

const latestFirst = (one: Proof, other: Proof) =>
  (other.expiresAt?.getTime() ?? Infinity) - (one.expiresAt?.getTime() ?? Infinity)

function latest(days: Date[]): Date | null {
  return days.length === 0 ? null : new Date(Math.max(...days.map((day) => day.getTime())))
}

export function inMonths(now: Date, months: number): Date {
  const then = new Date(now)
  then.setUTCMonth(then.getUTCMonth() + months)
  return then
}

/** Where the sign is looked for: a record of the domain, or a file at its root. */
export const signOf = (host: string, token: string) => ({
  record: `_parvis.${host}`,
  text: `parvis-organisation=${token}`,
  file: `https://${host}/.well-known/parvis.txt`,
})

/** The host whose owner shows to be the organisation's; null without a website, or when it is an address of numbers. */
export function hostOf(website: string | null): string | null {
  if (!website || !URL.canParse(website)) return null
  const { hostname } = new URL(website)
  return /[a-z]/i.test(hostname) ? hostname.replace(/^www\./, '') : null
}

type Voucher = {
  id: string
  assurance: string
  residence: string | null
  role: MemberRole | null
  vouchedFor: number
  hasVouched: boolean
}

/** Why a resident may not answer for a group, or null. */
export function vouchingRefusal({
  assurance,
  residence,
  role,
  vouchedFor,
  hasVouched,
}: Voucher): ProofRefusal | null {
  if (role) return 'own_organisation'
  if (hasVouched) return 'already_vouched'
  if (residence !== 'lives' || assurance < 'A3') return 'known_too_little'
  return vouchedFor >= mostVouched ? 'too_many_vouched' : null
}

/** How the city comes to know those who run a page, the first first: each rung opens more. */
export const rungs = ['read', 'known', 'verified'] as const
export type Rung = (typeof rungs)[number]

/** How many things a group of no number announces at a time, until it has held one of them. */
export const mostOpenAtFirst = 3

/** Where somebody stands on the ladder: the rungs behind them, and the one they are on. */
export function ladderOf({ state, trust }: { state: OrganisationState; trust: number }) {
  const reached = isPublic(state) ? 1 + Math.min(trust, 2) : 0
  return rungs.map((rung, place) => ({ rung, isReached: place < reached, isNext: place === reached }))
}

/** The ways that are offered to those of a kind: nobody asks a group of neighbours for a document. */
export function waysFor(kind: OrganisationKind): ProofMethod[] {
  return isInformal(kind)
    ? ['vouching', 'dns', 'well_known']
    : ['letter_code', 'dns', 'well_known', 'document', 'vouching']
}
