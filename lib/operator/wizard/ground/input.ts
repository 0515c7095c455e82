import { z } from 'zod'
import { CityAnswers, Identity } from '../../../tenancy/creation/input'
import { districtsIn } from '../../../tenancy/drafts/fields/input'
import { groundProblems } from '../../../territory/ground/rules'

const empty = z.literal('').transform(() => undefined)
const Sent = Identity.extend({
  insee: z.union([empty, z.string().max(5)]).optional(),
  ground: z.instanceof(File).optional(),
  withoutGround: z.literal('on').optional(),
})
const Districts = CityAnswers.shape.territory.unwrap().shape.districts

type Districts = z.output<typeof Districts>
type Ground = { districts: Districts } | { code: string; said?: Record<string, string> }

/** Who the city is, with the outlines of its districts where a file of them came along. */
export const GroundedIdentity = Sent.transform(async ({ ground, withoutGround, ...identity }, context) => {
  if (withoutGround) return { identity, territory: { districts: [] } }
  if (!ground || ground.size === 0) return { identity }
  const centre: [number, number] = [identity.longitude, identity.latitude]
  const read = readGround(await ground.text(), centre)
  if ('districts' in read) return { identity, territory: { districts: read.districts } }
  const { code, said } = read
  context.addIssue({ code: 'custom', path: ['ground'], message: code, params: { said } })
  return z.NEVER
})

/** The districts of a file, judged as the console judges them. */
function readGround(text: string, centre: [number, number]): Ground {
  const read = districtsIn(text, { locales: ['fr'] })
  if ('error' in read) return { code: read.error }
  if (!('value' in read)) return { code: 'not_geojson' }
  const found = (read.value as { code: string; name: { fr?: unknown }; outline: unknown }[]).map(
    ({ code, name, outline }) => ({ code, name: Object.values(name)[0], outline }),
  )
  const districts = Districts.safeParse(found)
  if (!districts.success || districts.data.length === 0) return { code: 'not_geojson' }
  const coded = districts.data.map(({ code, name, outline }, at) => ({
    code: code ?? `d${at + 1}`,
    name: { fr: name },
    outline,
  }))
  const [problem] = groundProblems({ districts: coded, centre })
  if (!problem) return { districts: districts.data }
  const { code, named = '', count = 0 } = problem
  return { code, said: { named, count: String(count) } }
}
