import { parseArgs } from 'node:util'
import { endureKills } from '../../tests/faults/kills'
import { CannotStart, runCommand } from '../server/start/cannot-start'

await runCommand(async () => {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '100' } } })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) throw new CannotStart('--rounds must be a whole number.')
  const { acknowledged, unknown, faults } = await endureKills(rounds, (line) => console.error(line))
  const checks = { nothing_lost_or_doubled: faults.length === 0, cut_in_mid_load: unknown > 0 }
  console.log(
    JSON.stringify({ name: 'faults', value: rounds, unit: 'kills', acknowledged, unknown, faults, checks }),
  )
  process.exit(Object.values(checks).every(Boolean) ? 0 : 1)
})
