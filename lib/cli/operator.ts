import { renderUnicodeCompact } from 'uqr'
import { asOperator } from '../db/operator'
import { addOperator } from '../operator/sign-in/commands'
import { CannotStart, runCommand } from '../server/start/cannot-start'
import { withDatabase } from '../server/start/database'
import { readEnvironment } from '../server/start/environment'

const usage = `npm run operator -- add <e-mail>

Gives somebody an account of the operator's console, or a new password and a new
authenticator to who has one. What it prints is said once and kept nowhere.`

await runCommand(async () => {
  const [verb, email, ...rest] = process.argv.slice(2)
  if (!verb || verb === '--help') return console.log(usage)
  if (verb !== 'add' || !email?.includes('@') || rest.length > 0) throw new CannotStart(usage)
  await withDatabase(readEnvironment(process.env), () =>
    asOperator(process.env.OWNER_DATABASE_URL ?? '', async (operator) => {
      const { password, secret, address, recovery } = await addOperator(operator, { email, now: new Date() })
      console.log(`Password         ${password}`)
      console.log(`Authenticator    ${secret}\n                 ${address}`)
      console.log(renderUnicodeCompact(address, { border: 2 }))
      console.log(`Recovery codes   ${recovery.join('  ')}`)
    }),
  )
})
