import { runCommand } from '../server/cannot-start'
import { buildNext } from '../server/next-build'

await runCommand(() => buildNext())
