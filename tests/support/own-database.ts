import { databaseOf } from './databases'

/** Turns every address of a database to the one of this process. */
for (const name of Object.keys(process.env).filter((key) => key.endsWith('_DATABASE_URL')))
  process.env[name] = Object.assign(new URL(process.env[name]!), {
    pathname: `/${databaseOf(process.env.VITEST_POOL_ID)}`,
  }).href
