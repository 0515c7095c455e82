import { randomUUID } from 'node:crypto'
import { people, personKeys } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { mailboxKey } from '@/lib/people/sign-in/queries'
import { anIdea } from '../support/factories'
import { likeness, percentile, rounded } from './figures'
import { ask } from './load'
import { type RunningServer, withServer } from './server'
import { siteOf } from './supports-ledger'

const host = 'decider.paris.localhost'
const times = 200

/** Whether a stranger can tell by the answer, or by how long it takes, who has an account and which drafts there are. */
export default () => withServer(measure, { BEHIND_PROXY: '1' })

async function* measure({ port }: RunningServer) {
  const { tenant } = await siteOf(host)
  const headers = { host: `${host}:${port}`, connection: 'keep-alive' }
  const form = await askedForm(port)
  const link = async (email: string) => {
    const { body, type } = filled(form, email)
    // Each comes from elsewhere: one network may not ask for many.
    const from = Array.from({ length: 3 }, () => Math.floor(Math.random() * 250)).join('.')
    const sent = { ...headers, origin: `http://${headers.host}`, 'content-type': type }
    return timed({
      method: 'POST',
      path: '/connexion',
      headers: { ...sent, 'x-forwarded-for': `10.${from}` },
      body,
    })
  }
  const page = (before: string) => (id: string) => timed({ path: `${before}${id}`, headers })

  const known = Array.from({ length: times }, () => `connu-${randomUUID()}@exemple.fr`)
  for (const email of known) await anAccount(email)
  const drafts: string[] = []
  for (let made = 0; made < times * 2; made++)
    drafts.push((await anIdea(tenant, { publication: 'draft', collection: 'not_started', slug: null })).id)

  yield await compare('a link for an address', known, () => `neuf-${randomUUID()}@exemple.fr`, link)
  yield await compare('the page of a draft', drafts.slice(times), randomUUID, page('/idees/'))
  yield await compare('the data of a draft', drafts.slice(0, times), randomUUID, page('/api/v1/ideas/'))

  async function anAccount(email: string) {
    await inTenant(tenant, async (db) => {
      const [person] = await db.insert(people).values({ name: 'Nadia', email, locale: 'fr' }).returning()
      await db
        .insert(personKeys)
        .values({ key: mailboxKey(tenant, email), kind: 'email', personId: person!.id })
    })
  }

  async function timed(asking: Omit<Parameters<typeof ask>[0], 'port'>) {
    const began = performance.now()
    const { status, headers: said, body } = await ask({ port, ...asking })
    const took = performance.now() - began
    const nonce = /'nonce-([^']+)'/.exec(String(said['content-security-policy']))?.[1] ?? 'none'
    return { took, answer: [status, said.location, body.toString().replaceAll(nonce, '')].join('\n') }
  }
}

type Timed = { took: number; answer: string }

/** Two hundred of each, one after the other in an order that nothing follows; neither answer may say which it was. */
async function compare(
  name: string,
  there: string[],
  another: () => string,
  open: (one: string) => Promise<Timed>,
) {
  for (let warm = 0; warm < 20; warm++) await open(another())
  const taken = { there: [] as number[], absent: [] as number[] }
  const answers = new Set<string>()
  for (const one of there) {
    const absent = another()
    const both = [{ as: 'there', asked: one } as const, { as: 'absent', asked: absent } as const]
    for (const { as, asked } of Math.random() < 0.5 ? both : both.toReversed()) {
      const { took, answer } = await open(asked)
      taken[as].push(took)
      answers.add(answer.replaceAll(asked, ''))
    }
  }
  const p = likeness(taken.there, taken.absent)
  const middle = (one: number[]) =>
    rounded(
      percentile(
        one.toSorted((a, b) => a - b),
        0.5,
      ),
    )
  return {
    name: `enumeration: ${name}`,
    value: rounded(p, 3),
    unit: 'p (Kolmogorov-Smirnov)',
    there_p50_ms: middle(taken.there),
    absent_p50_ms: middle(taken.absent),
    checks: { sameAnswer: answers.size === 1, sameTime: p > 0.01 },
  }
}

async function askedForm(port: number): Promise<[string, string][]> {
  const { body } = await ask({ port, path: '/connexion', headers: { host: `${host}:${port}` } })
  const form = /<form[^>]*multipart[^]*?<\/form>/.exec(body.toString())![0]
  return [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)].map(
    ([, name, value = '']) => [name!, value.replaceAll('&quot;', '"')],
  )
}

function filled(form: [string, string][], email: string) {
  const edge = randomUUID()
  const fields = [...form, ['email', email]].map(
    ([name, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return { type: `multipart/form-data; boundary=${edge}`, body: `${fields.join('')}--${edge}--\r\n` }
}
