import { runCommand } from '../server/start/cannot-start'
import { buildNext } from '../server/start/next-build'

await runCommand(() => buildNext())
