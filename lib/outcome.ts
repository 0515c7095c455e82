/** What a command came to: done, or refused for a reason the citizen can be told. */
export type Outcome<Value, Refusal extends string> =
  | { ok: true; value: Value }
  | { ok: false; refusal: Refusal }

/** A form that reads well but says what cannot be: each error at its field, and what the form should now hold instead. */
export type Invalid<FieldError> = {
  ok: false
  errors: Record<string, FieldError>
  values?: Record<string, string>
}
export const invalid = <FieldError>(errors: Record<string, FieldError>, values?: Record<string, string>) =>
  ({ ok: false, errors, ...(values && { values }) }) as const

export const done = <Value>(value: Value) => ({ ok: true, value }) as const
export const refused = <Refusal extends string>(refusal: Refusal) => ({ ok: false, refusal }) as const
