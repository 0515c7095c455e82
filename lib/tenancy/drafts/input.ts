import { z } from 'zod'
import { groups } from '../../../tenants/settings'
import { Tenant } from '../../../tenants/tenant'
import { plainText } from '../../text'
import type { Locale } from '../../../tenants/tenant'
import { districtsIn, readField, type ReadValue, type Sent } from './fields/input'
import { type Field, fieldsOfGroup, schemaAt } from './fields/rules'

const rowVersion = z.coerce.number().int().min(0)

/** A page of settings as its form sends it: what can be read becomes new values, what cannot is said at its field. */
export const GroupInput = z
  .looseObject({
    group: z.enum(groups),
    draftId: z.union([z.literal(''), z.uuid()]),
    rowVersion,
    locales: z.string(),
  })
  .transform(async ({ group, draftId, rowVersion: seen, locales, ...sent }, context) => {
    const spoken = Tenant.shape.locales.safeParse(locales.split(' ')).data ?? []
    const patch: Record<string, unknown> = {}
    for (const field of fieldsOfGroup(group)) {
      const read = await valueOf({ field, sent, spoken })
      if ('absent' in read) continue
      if ('error' in read) {
        const path = [read.at ?? nameIn(sent, field.key, [])]
        context.addIssue({ code: 'custom', message: read.error, path })
        continue
      }
      const { errors, value } = checked(field, read.value)
      for (const issue of errors) context.addIssue({ ...issue, path: [nameIn(sent, field.key, issue.path)] })
      patch[field.key] = value
    }
    return { group, draftId: draftId || null, rowVersion: seen, patch }
  })

type Asked = { field: Field; sent: Sent; spoken: Locale[] }

async function valueOf({ field, sent, spoken }: Asked): Promise<ReadValue> {
  if (field.kind !== 'districts') return readField({ field, sent, locales: spoken })
  const file = sent[field.key]
  if (!(file instanceof File) || file.size === 0) return { absent: true }
  return districtsIn(await file.text(), { locales: spoken })
}

function checked({ key, isOptional }: Field, written: unknown) {
  if (written === null && isOptional) return { errors: [], value: null }
  const parsed = schemaAt(key).schema.safeParse(written)
  return parsed.success ? { errors: [], value: parsed.data } : { errors: parsed.error.issues, value: null }
}

/** The field an issue is shown at: the one of its own name, else the first that belongs to the setting. */
function nameIn(sent: Sent, key: string, path: readonly PropertyKey[]): string {
  const own = [key, ...path.map(String)].join('.')
  if (own in sent) return own
  return Object.keys(sent).find((name) => name === key || name.startsWith(`${key}.`)) ?? key
}

const draft = { draftId: z.uuid(), rowVersion }
const reason = z.union([z.literal('').transform(() => null), plainText({ min: 10, max: 500 })]).default(null)

export const DraftInput = z.object(draft)
export const PublishInput = z.object({ ...draft, reason })
export const ScheduleInput = z.object({
  ...draft,
  reason,
  day: z.iso.date({ error: 'day' }),
  hour: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'hour'),
})
export const SettleInput = z.looseObject(draft)
export const RollBackInput = z.object({ version: z.coerce.number().int().min(1) })
