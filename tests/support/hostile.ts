import { z } from 'zod'
import { Tenant } from '@/tenants/tenant'

/** Out of an attribute, a title, a style and a script at once; an element nobody else makes. */
export const mark = 'xmark'
export const hostile = `"'></title></style></script><${mark} onload=x>`

/** A city that says the worst it may in every setting that takes a text, whether it had said something there or not. */
export function hostileSettings(city: Tenant): Tenant {
  let made = filled(Tenant, city, city.locales)
  for (let tries = 0; tries < 200; tries++) {
    const read = Tenant.safeParse(made)
    if (read.success) return read.data
    made = restored(made, city, read.error.issues[0]!.path)
  }
  throw new Error('No such city can be made')
}

/** The settings in which a text says the worst, by their paths. */
export function hostilePaths(value: unknown, at = ''): string[] {
  if (typeof value === 'string') return value.includes(hostile) ? [at] : []
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, part]) => hostilePaths(part, at ? `${at}.${name}` : name))
}

function filled(schema: z.ZodType, value: unknown, locales: readonly string[]): unknown {
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodObject) {
    const parts = Object.entries(inner.shape).map(([name, part]) => [
      name,
      filled(part as z.ZodType, (value as Record<string, unknown> | undefined)?.[name], locales),
    ])
    return Object.fromEntries(parts.filter(([, part]) => part !== undefined))
  }
  if (inner instanceof z.ZodRecord) {
    const part = inner.valueType as z.ZodType
    const said = (value ?? {}) as Record<string, unknown>
    return Object.fromEntries(locales.map((locale) => [locale, filled(part, said[locale], locales)]))
  }
  if (inner instanceof z.ZodArray) {
    const element = inner.element as z.ZodType
    const members = Array.isArray(value) && value.length > 0 ? value : [undefined]
    return members.map((one) => filled(element, one, locales))
  }
  if (inner instanceof z.ZodString) return inner.safeParse(hostile).success ? hostile : value
  return value ?? (inner instanceof z.ZodEnum ? inner.options[0] : undefined)
}

function unwrapped(schema: z.ZodType): z.ZodType {
  const { innerType, out } = schema.def as { innerType?: z.ZodType; out?: z.ZodType }
  const inner = innerType ?? out
  return inner ? unwrapped(inner) : schema
}

/** What may not be said there is as the city had it: the nearest part of it that was there before. */
function restored(made: unknown, city: unknown, path: readonly PropertyKey[]): unknown {
  const [first, ...rest] = path
  const [old, others] = [
    city as Record<PropertyKey, unknown> | undefined,
    made as Record<PropertyKey, unknown>,
  ]
  if (first === undefined || old === undefined || typeof others !== 'object') return city
  const part =
    rest.length > 0 && old[first] !== undefined ? restored(others[first], old[first], rest) : old[first]
  if (Array.isArray(made)) return part === undefined ? city : made.with(Number(first), part)
  const { [first]: _, ...kept } = others
  return part === undefined ? kept : { ...kept, [first]: part }
}
