import type { Adapter, AdapterPayload } from 'oidc-provider'

type Kept = { payload: AdapterPayload; until: number }

const kept = new Map<string, Kept>()
const most = 20_000

/** What the demo's provider remembers while it runs: sign-ins under way, and nothing once the process ends. */
export class MemoryAdapter implements Adapter {
  constructor(private readonly model: string) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn: number) {
    if (kept.size >= most) forgetOld()
    kept.set(this.key(id), { payload, until: Date.now() + (expiresIn || 3600) * 1000 })
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const found = kept.get(this.key(id))
    return found && found.until > Date.now() ? found.payload : undefined
  }

  async findByUid(uid: string) {
    return this.among(({ payload }) => payload.uid === uid)
  }

  async findByUserCode(userCode: string) {
    return this.among(({ payload }) => payload.userCode === userCode)
  }

  async consume(id: string) {
    const found = kept.get(this.key(id))
    if (found) found.payload.consumed = Math.floor(Date.now() / 1000)
  }

  async destroy(id: string) {
    kept.delete(this.key(id))
  }

  async revokeByGrantId(grantId: string) {
    for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key)
  }

  private among(isIt: (one: Kept) => boolean): AdapterPayload | undefined {
    for (const [key, one] of kept) if (key.startsWith(`${this.model}:`) && isIt(one)) return one.payload
  }

  private key(id: string) {
    return `${this.model}:${id}`
  }
}

function forgetOld() {
  for (const [key, { until }] of kept) if (until <= Date.now()) kept.delete(key)
  while (kept.size >= most) kept.delete(kept.keys().next().value!)
}
