import { describe, expect, test } from 'vitest'
import { findPublicIdea } from '@/lib/ideas/queries'
import { belleville } from '@/tenants/belleville'
import { anIdea, paris } from '../support/factories'

describe('an idea that is not for everyone', () => {
  test.each([
    ['a draft', { publication: 'draft', collection: 'not_started', slug: null }],
    ['one that waits for a moderator', { publication: 'submitted', collection: 'not_started', slug: null }],
    ['one removed by law', { publication: 'removed', collection: 'closed' }],
  ] as const)('%s is not there', async (_, detail) => {
    const { id } = await anIdea(paris, { ...detail })
    expect(await findPublicIdea(paris, id)).toBeNull()
  })

  test('another paris’s idea is not there, by its slug or its id', async () => {
    const { id, slug } = await anIdea(belleville)
    expect(await findPublicIdea(belleville, slug)).toMatchObject({ id })
    expect(await findPublicIdea(paris, slug)).toBeNull()
    expect(await findPublicIdea(paris, id)).toBeNull()
  })

  test('of one hidden for what it says, nothing is said', async () => {
    const secret = 'Monsieur Untel habite au 3'
    const { id } = await anIdea(paris, { title: secret, body: secret, publication: 'hidden' })
    const refused = {
      publication: 'refused',
      collection: 'not_started',
      refusalCode: 'personal_data',
    } as const
    const detail = {
      ...refused,
      refusalText: 'x'.repeat(40),
      refusedAt: new Date(),
      title: secret,
      body: secret,
    }
    const other = await anIdea(paris, detail)
    for (const address of [id, other.id]) {
      const idea = await findPublicIdea(paris, address)
      expect(idea).toMatchObject({ isHidden: true })
      expect(JSON.stringify(idea)).not.toContain('Untel')
    }
  })

  test('one refused for another reason stays readable, with its reason', async () => {
    const { id } = await anIdea(paris, {
      publication: 'refused',
      collection: 'not_started',
      refusalCode: 'out_of_competence',
      refusalText: 'x'.repeat(40),
      refusedAt: new Date(),
    })
    expect(await findPublicIdea(paris, id)).toMatchObject({
      isHidden: false,
      refusalCode: 'out_of_competence',
    })
  })
})
