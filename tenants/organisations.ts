import { z } from 'zod'
import belleville from './belleville/organisations.json'
import marsa from './marsa/organisations.json'
import paris from './paris/organisations.json'
import puertoClaro from './puerto-claro/organisations.json'

const DemoOrganisation = z.strictObject({
  /** The last word of its address, by which the demo's activities find it. */
  slug: z.string(),
  kind: z.enum([
    'association',
    'collective',
    'neighbours',
    'public_service',
    'city_programme',
    'other_legal',
  ]),
  name: z.string(),
  summary: z.string(),
  story: z.string().default(''),
  themes: z.array(z.string()).min(1),
  district: z.string().optional(),
  address: z.string().optional(),
  website: z.string().optional(),
  trust: z.number().int().min(0).max(3),
  ago: z.number().positive(),
  /** Which of the people one can sign in as runs it. */
  actor: z.number().int().min(0).max(2).optional(),
  /** How many others act with it. */
  members: z.number().int().min(0).max(10).default(0),
  state: z.enum(['active', 'submitted']).default('active'),
})
export type DemoOrganisation = z.output<typeof DemoOrganisation>

const All = z.array(DemoOrganisation)

/** Those who act in the demo cities before they are first opened. */
export const organisationsOf: Record<string, DemoOrganisation[]> = {
  paris: All.parse(paris),
  belleville: All.parse(belleville),
  'puerto-claro': All.parse(puertoClaro),
  marsa: All.parse(marsa),
}
