import { z } from 'zod'
import { CityAnswers, Identity } from '../../../tenancy/creation/input'
import { districtsIn } from '../../../tenancy/drafts/fields/input'
import { groundProblems } from '../../../territory/ground/rules'
import { wholeCode } from '../../../tenancy/creation/rules'
import { identityOn, type Sheet, sheetIn } from '../sheets/input'

const empty = z.literal('').transform(() => undefined)
const Typed = Identity.extend({
  insee: z.union([empty, z.string().max(5)]).optional(),
  ground: z.instanceof(File).optional(),
  withoutGround: z.literal('on').optional(),
  /** The file is to be looked at before anything else is asked. */
  look: z.literal('on').optional(),
})
const Sent = z.preprocess(filledIn, Typed)
const Districts = CityAnswers.shape.territory.unwrap().shape.districts

type Districts = z.output<typeof Districts>
type Ground = { districts: Districts } | { code: string; said?: Record<string, string> }

/** What was left empty is as the commune's sheet says it, where that is the file that came along. */
async function filledIn(sent: unknown) {
  const { ground, ...typed } = sent as Record<string, unknown>
  if (!(ground instanceof File) || ground.size === 0) return sent
  const sheet = sheetIn(await ground.text())
  const written = Object.entries(typed).filter(([, value]) => value !== '')
  return { ...(sheet && identityOn(sheet)), ...Object.fromEntries(written), ground }
}

/** Who the city is, with its outline or those of its districts where a file of them came along. */
export const GroundedIdentity = Sent.transform(async (read, context) => {
  const { ground, withoutGround, look: _, ...identity } = read
  if (withoutGround) return { identity, territory: { districts: [] } }
  if (!ground || ground.size === 0) return { identity }
  const text = await ground.text()
  const sheet = sheetIn(text)
  if (sheet && !sheet.contour) return { identity }
  const centre: [number, number] = [identity.longitude, identity.latitude]
  const found = readGround(sheet ? wholeCity(sheet, identity.name) : text, centre)
  if ('districts' in found) return { identity, territory: { districts: found.districts } }
  const { code, said } = found
  context.addIssue({ code: 'custom', path: ['ground'], message: code, params: { said } })
  return z.NEVER
})

/** The whole commune as the one district of a file. */
const wholeCity = ({ contour }: Sheet, name: string) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { code: wholeCode, name }, geometry: contour }],
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
