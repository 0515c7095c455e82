import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import { CannotStart } from './cannot-start'

const port = z.coerce.number().int().min(1).max(65535)
const empty = z.literal('').transform(() => undefined)
const optional = <Schema extends z.ZodType>(schema: Schema) => z.union([empty, schema]).optional()
const address = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname,
    )

const sentences = {
  PORT: 'must be a whole number between 1 and 65535',
  HOST: 'must be an address to listen on, such as 127.0.0.1',
  DATA_DIR: 'must be the path of a folder',
  DATABASE_URL: 'must look like postgres://role:password@host:5432/database',
  DIRECT_DATABASE_URL: 'must look like postgres://role:password@host:5432/database',
  DATABASE_POOL: 'must be a whole number between 2 and 200',
  BOUNCES: 'must be 1 or 0',
  SMTP_URL: 'must look like smtp://host:25 or smtps://user:password@host:465',
  MASTER_SECRET: 'must be at least 32 characters long',
  PUBLIC_SCHEME: 'must be http or https',
  PUBLIC_PORT: 'must be a whole number between 1 and 65535, or empty',
  WORKER: 'must be inside or apart',
  PARVIS_DEMO: 'must be 1 or 0',
  BEHIND_PROXY: 'must be 1 or 0',
  COUNTING_LANES: 'must be a whole number between 1 and 32',
  OPERATOR_HOST: 'must be the name of a host, such as parvis.example.org',
  PAGE_CACHE_MB: 'must be a whole number between 8 and 4096',
} as const

const Environment = z.object({
  PORT: optional(port).transform((value) => value ?? 3000),
  HOST: optional(z.string().regex(/^[0-9a-zA-Z.:-]+$/)),
  DATA_DIR: optional(z.string().refine((path) => !path.includes('\0'))).transform((path) =>
    absolute(path ?? '.data'),
  ),
  DATABASE_URL: optional(address('postgres:', 'postgresql:')),
  DIRECT_DATABASE_URL: optional(address('postgres:', 'postgresql:')),
  DATABASE_POOL: optional(z.coerce.number().int().min(2).max(200)),
  SMTP_URL: optional(address('smtp:', 'smtps:')),
  BOUNCES: optional(z.enum(['1', '0'])),
  MASTER_SECRET: optional(z.string().min(32)),
  PUBLIC_SCHEME: optional(z.enum(['http', 'https'])),
  PUBLIC_PORT: z.union([z.literal(''), port.transform(String)]).optional(),
  WORKER: optional(z.enum(['inside', 'apart'])).transform((value) => value ?? 'inside'),
  PARVIS_DEMO: optional(z.enum(['1', '0'])),
  BEHIND_PROXY: optional(z.enum(['1', '0'])),
  COUNTING_LANES: optional(z.coerce.number().int().min(1).max(32)),
  OPERATOR_HOST: optional(z.string().regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/)),
  PAGE_CACHE_MB: optional(z.coerce.number().int().min(8).max(4096)),
})
export type Environment = z.output<typeof Environment> & { demo: boolean }

/** What the process was asked to be. A wrong or missing value is one sentence that names it. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const read = Environment.safeParse(variables)
  if (!read.success)
    throw new CannotStart(read.error.issues.map(({ path }) => wrong(String(path[0]))).join('\n'))
  const demo = read.data.PARVIS_DEMO ? read.data.PARVIS_DEMO === '1' : read.data.PUBLIC_SCHEME !== 'https'
  if (!demo && !read.data.SMTP_URL) {
    throw new CannotStart('SMTP_URL is missing: outside the demo, letters need a mail server.')
  }
  return { ...read.data, demo }

  function wrong(name: string) {
    const given = /URL|SECRET/.test(name) ? '' : `, not ${JSON.stringify(variables[name])}`
    return `${name} ${sentences[name as keyof typeof sentences]}${given}.`
  }
}

function absolute(path: string): string {
  return isAbsolute(path) ? path : resolve(path)
}
