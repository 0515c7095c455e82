import { expect, test } from 'vitest'
import { OpinionInput } from '@/lib/ideas/examination/input'

const origin = 'https://decider.ville.test'
const said = 'Nous avons lu la demande avec attention. '
const parts = ['understood', 'competence', 'cost', 'legalFrame', 'alternatives', 'next']
const form = { ...Object.fromEntries(parts.map((part) => [part, said])), reasons: said.repeat(9) }

const read = (decision: string, elsewhere: string) =>
  OpinionInput({ origin }).safeParse({ ideaId: crypto.randomUUID(), ...form, decision, elsewhere })

test('edge 33: nobody is told that it exists already without being told where', () => {
  expect(read('already_exists', '').error?.issues).toMatchObject([
    { path: ['elsewhere'], message: 'required' },
  ])
  expect(read('already_exists', `${origin}/consultations/un-jardin?x=1`).data).toMatchObject({
    elsewhere: '/consultations/un-jardin',
  })
  expect(read('unfavourable', '').data).toMatchObject({ elsewhere: null })
  expect(read('already_exists', 'javascript:alert(1)').success).toBe(false)
})
