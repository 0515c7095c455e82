import { z } from 'zod'
import { type Group, type Setting, settings } from '../../../../tenants/settings'
import { Tenant } from '../../../../tenants/tenant'

export type Kind =
  | 'number'
  | 'tick'
  | 'choice'
  | 'text'
  | 'colour'
  | 'localized'
  | 'several'
  | 'lines'
  | 'range'
  | 'threshold'
  | 'duration'
  | 'position'
  | 'tiles'
  | 'words'
  | 'languages'
  | 'zone'
  | 'list'
  | 'districts'

/** Settings whose shape does not say how they are best written. */
const ownKinds: Partial<Record<string, Kind>> = {
  'ideas.threshold': 'threshold',
  'ideas.duration': 'duration',
  'ideas.titleLength': 'range',
  'ideas.bodyLength': 'range',
  'ideas.residence': 'several',
  'publishing.secondPerson': 'several',
  'theme.brand': 'colour',
  'theme.accent': 'colour',
  'territory.centre': 'position',
  'territory.tiles': 'tiles',
  'territory.districts': 'districts',
  'words.idea': 'words',
  'moderation.watchedWords': 'lines',
  'signIn.disposableDomains': 'lines',
  embeddingOrigins: 'lines',
  locales: 'languages',
  timeZone: 'zone',
  themes: 'list',
  departments: 'list',
}

/** Kept by a page of their own, or by whoever runs the platform. */
const elsewhere: readonly string[] = ['legal', 'mail', 'signIn.providers', 'sentences']

export type Field = Setting & {
  kind: Kind
  min?: number
  max?: number
  choices: string[]
  isOptional: boolean
}

/** The settings a group's page shows, each with how it is written and its bounds, as the schema has them. */
export function fieldsOfGroup(group: Group): Field[] {
  return settings
    .filter((one) => one.group === group && one.audience !== 'operator' && !elsewhere.includes(one.key))
    .map(fieldOf)
}

export function fieldOf(setting: Setting): Field {
  const { schema, isOptional } = schemaAt(setting.key)
  const { minValue, maxValue } = schema instanceof z.ZodNumber ? schema : { minValue: null, maxValue: null }
  const one = schema instanceof z.ZodArray ? schema.element : schema
  return {
    ...setting,
    kind: ownKinds[setting.key] ?? kindOf(schema),
    ...(minValue === null ? {} : { min: minValue }),
    ...(maxValue === null ? {} : { max: Math.min(maxValue, Number.MAX_SAFE_INTEGER) }),
    choices: one instanceof z.ZodEnum ? one.options.map(String) : [],
    isOptional,
  }
}

function kindOf(schema: z.ZodType): Kind {
  if (schema instanceof z.ZodNumber) return 'number'
  if (schema instanceof z.ZodBoolean) return 'tick'
  if (schema instanceof z.ZodEnum) return 'choice'
  return schema instanceof z.ZodRecord ? 'localized' : 'text'
}

/** What a setting must be, below its defaults. */
export function schemaAt(key: string): { schema: z.ZodType; isOptional: boolean } {
  let found: { schema: z.ZodType; isOptional: boolean } = { schema: Tenant, isOptional: false }
  for (const name of key.split('.')) {
    const shape = (found.schema as z.ZodObject).shape
    found = unwrapped(shape[name] as z.ZodType)
  }
  return found
}

function unwrapped(schema: z.ZodType): { schema: z.ZodType; isOptional: boolean } {
  const { innerType: within, out } = schema.def as { innerType?: z.ZodType; out?: z.ZodType }
  const innerType = within ?? out
  if (!innerType) return { schema, isOptional: false }
  const inner = unwrapped(innerType)
  return { schema: inner.schema, isOptional: inner.isOptional || schema instanceof z.ZodOptional }
}
