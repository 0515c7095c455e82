import { ideas } from '@/drizzle/schema'
import { aPerson, anIdea, paris } from './factories'

export const now = new Date()

export async function supported(detail: Partial<typeof ideas.$inferInsert> = {}) {
  const amina = await aPerson(paris, { name: 'Amina Diallo' })
  const idea = await anIdea(paris, { authorId: amina, supportCount: 12, ...detail })
  return { ...idea, amina }
}
