import { Resolver } from 'node:dns/promises'
import { readFile } from 'node:fs/promises'

export type Dns = {
  texts: (name: string) => Promise<string[]>
  /** The addresses a name leads to in the end, through whatever other names. */
  addresses?: (name: string) => Promise<string[]>
}

const servers = new Resolver({ timeout: 2000, tries: 2 })

/** Nothing of that name, which is an answer; anything else means that the question could not be asked. */
const isNothing = (error: unknown) => /^(ENOTFOUND|ENODATA)$/.test((error as { code?: string }).code ?? '')

const real: Dns = {
  texts: async (name) => (await orNothing(servers.resolveTxt(name))).map((parts) => parts.join('')),
  addresses: async (name) =>
    (await Promise.all([orNothing(servers.resolve4(name)), orNothing(servers.resolve6(name))])).flat(),
}

function orNothing<Answer>(asked: Promise<Answer[]>): Promise<Answer[]> {
  return asked.catch((error: unknown) => {
    if (isNothing(error)) return []
    throw error
  })
}

/** A zone in a file, a record a line: `_parvis.ville.localhost TXT some text`. */
function zoneIn(file: string): Dns {
  return {
    texts: async (name) => {
      const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
      return lines.flatMap((line) => {
        const [owner, type, ...text] = line.trim().split(/\s+/)
        return owner === name && type === 'TXT' ? [text.join(' ')] : []
      })
    },
  }
}

/** The DNS as everybody sees it; in a demo, where names lead nowhere, its own zone. */
export function dns(): Dns {
  const file = process.env.DNS_ZONE
  return file ? zoneIn(file) : real
}
