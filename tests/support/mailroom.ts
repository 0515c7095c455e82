import { afterAll, beforeAll, beforeEach } from 'vitest'
import { anIdea } from './factories'
import { happens, lettersOf, paris, someone } from './letters'
import { aMailServer } from './mail-server'

/** A mail server for the file that imports it, kind and empty before each test. */
export let mail: Awaited<ReturnType<typeof aMailServer>>

/** An author, and the letter that tells them of their publication. */
export async function aLetter(person = {}, idea = {}) {
  const personId = await someone(person)
  const { id } = await anIdea(paris, { authorId: personId, ...idea })
  const [letter] = await lettersOf([await happens('published', id)])
  return { ...letter!, personId, ideaId: id }
}

beforeAll(async () => {
  mail = await aMailServer()
  process.env.SMTP_URL = mail.url
})

beforeEach(() => {
  mail.be('kind')
  mail.received.length = 0
})

afterAll(() => mail.close())
