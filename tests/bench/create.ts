import { readFileSync } from 'node:fs'
import { asOperator } from '@/lib/db/operator'
import { createCity } from '@/lib/tenancy/creation/commands'
import { CityAnswers } from '@/lib/tenancy/creation/input'
import { refreshRegistry, siteForHost } from '@/lib/tenancy/registry'
import { middleOfThree, rounded } from './figures'
import { withServer } from './server'

/** A city from its file to the moment its host is known. */
export default () => withServer(measure)

async function* measure() {
  const example = JSON.parse(readFileSync('tenants/example-city.json', 'utf8'))
  let place = 0
  const run = await middleOfThree(
    async () => {
      const id = `creee-${place++}`
      const answers = CityAnswers.parse({ ...example, identity: { ...example.identity, id } })
      const began = performance.now()
      const made = await asOperator(process.env.OWNER_DATABASE_URL ?? '', (operator) =>
        createCity(operator, answers, { author: 'bench', domain: 'localhost', now: new Date() }),
      )
      await refreshRegistry()
      const site = await siteForHost(`${id}.localhost`)
      return { taken: (performance.now() - began) / 1000, isThere: made.ok && site?.tenant.id === id }
    },
    ({ taken }) => taken,
  )
  yield {
    name: 'create',
    value: rounded(run.taken),
    unit: 's',
    checks: { under3s: run.taken < 3, isThere: run.isThere },
  }
}
