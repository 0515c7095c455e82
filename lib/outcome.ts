/** What a command came to: done, or refused for a reason the citizen can be told. */
export type Outcome<Value, Refusal extends string> =
  { ok: true; value: Value } | { ok: false; refusal: Refusal }

export const done = <Value>(value: Value) => ({ ok: true, value }) as const
export const refused = <Refusal extends string>(refusal: Refusal) => ({ ok: false, refusal }) as const
