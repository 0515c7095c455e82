import { closeDatabase } from '@/lib/db'
import { withDatabase } from '@/lib/server/start/database'
import { readEnvironment } from '@/lib/server/start/environment'

type Variables = Record<string, string>

/** The database of a product that is running, for as long as it is needed: its commands see what its visitors see. */
export async function openBeside(
  port: number | string,
  dataDir: string,
  variables: Variables = {},
): Promise<() => Promise<void>> {
  const environment = { PARVIS_DEMO: '1', ...variables, PORT: String(port), DATA_DIR: dataDir }
  Object.assign(process.env, environment)
  let over = () => {}
  const lasting = new Promise<void>((resolve) => (over = resolve))
  await new Promise<void>((ready, broken) => {
    const beside = () => (ready(), lasting)
    withDatabase(readEnvironment({ ...process.env, ...environment }), beside).catch(broken)
  })
  return async () => {
    over()
    await closeDatabase()
  }
}
