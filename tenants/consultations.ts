import { z } from 'zod'
import belleville from './belleville/consultations.json'
import marsa from './marsa/consultations.json'
import paris from './paris/consultations.json'
import puertoClaro from './puerto-claro/consultations.json'

/** Days are counted from the day the demo is first opened: before it they are negative. */
const days = z.number().int()

const DemoConsultation = z.strictObject({
  type: z.string(),
  title: z.string(),
  district: z.string().nullable(),
  theme: z.string(),
  department: z.string().optional(),
  opens: days,
  closes: days,
  summary: z.string(),
  decided: z.string(),
  undecided: z.string(),
  modalities: z.string(),
  hour: z.string().optional(),
  place: z.string().optional(),
  legal: z.string().optional(),
  externalUrl: z.url().optional(),
  docs: z.array(z.tuple([z.string(), z.url()])).default([]),
  report: z.string().optional(),
  participants: z.number().int().min(0).optional(),
  reported: days.optional(),
  decision: z.string().optional(),
  decidedAt: days.optional(),
  followup: z.string().optional(),
  followed: days.optional(),
  cancelled: days.optional(),
  cancelReason: z.string().min(20).optional(),
  /** The days it was first to be held on, when that was changed, and what the public was told. */
  moved: z.strictObject({ on: days, opens: days, closes: days, reason: z.string() }).optional(),
})
const Inventory = z.strictObject({
  audience: z.string(),
  contact: z.string(),
  items: z.array(DemoConsultation),
})
export type DemoConsultation = z.output<typeof DemoConsultation>
export type DemoInventory = z.output<typeof Inventory>

/** What a demo city has asked its people, and what became of it. */
export const inventories: Record<string, DemoInventory> = {
  paris: Inventory.parse(paris),
  belleville: Inventory.parse(belleville),
  'puerto-claro': Inventory.parse(puertoClaro),
  marsa: Inventory.parse(marsa),
}
