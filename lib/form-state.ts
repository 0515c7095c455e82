import type { z } from 'zod'

/** Why a field was not accepted: `errors.<code>` is its sentence, which may name the limits. */
export type FieldError = { code: string; min?: number; max?: number; said?: Record<string, string> }

/** What came of a form, handed back to the page that shows it again. `values` is what had been filled in. */
export type FormState<Refusal extends string = string> =
  | { status: 'idle' }
  | { status: 'done'; value?: unknown }
  | { status: 'invalid'; errors: Record<string, FieldError>; values: Record<string, string> }
  | { status: 'refused'; refusal: Refusal; values: Record<string, string> }

/** The fields of a form as an object; a name that comes several times becomes a list. Next's own fields are left out. */
export function fieldsOf(form: FormData): Record<string, unknown> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith('$ACTION'))
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name)
      return [name, values.length > 1 ? values : values[0]]
    }),
  )
}

/** What had been written, without the files, to fill the form again. */
export function writtenIn(form: FormData): Record<string, string> {
  const fields = Object.entries(fieldsOf(form))
  return Object.fromEntries(fields.filter((field): field is [string, string] => typeof field[1] === 'string'))
}

/** The first error of each field, by its dotted path. A schema's own message, when it is a code, names the error. */
export function fieldErrors(error: z.ZodError): Record<string, FieldError> {
  const errors: Record<string, FieldError> = {}
  for (const issue of error.issues) {
    const field = issue.path.join('.') || 'form'
    errors[field] ??= fieldError(issue)
  }
  return errors
}

function fieldError(issue: z.core.$ZodIssue): FieldError {
  if (/^[a-z][a-z_]*$/.test(issue.message)) return { code: issue.message, ...limits(issue) }
  if (issue.code === 'invalid_type') return { code: 'required' }
  if (issue.code === 'invalid_value') return { code: 'invalid_choice' }
  if (issue.code === 'too_small' && issue.minimum === 1 && issue.origin !== 'number')
    return { code: 'required' }
  if (issue.code === 'too_small')
    return { code: issue.origin === 'string' ? 'too_short' : 'too_small', ...limits(issue) }
  if (issue.code === 'too_big')
    return { code: issue.origin === 'string' ? 'too_long' : 'too_big', ...limits(issue) }
  if (issue.code === 'invalid_format' && issue.format === 'email') return { code: 'email' }
  return { code: 'unreadable' }
}

function limits(issue: z.core.$ZodIssue): Omit<FieldError, 'code'> {
  if (issue.code === 'too_small') return { min: Number(issue.minimum) }
  if (issue.code === 'too_big') return { max: Number(issue.maximum) }
  if (issue.code === 'custom') return { ...(issue.params as Omit<FieldError, 'code'> | undefined) }
  return {}
}
