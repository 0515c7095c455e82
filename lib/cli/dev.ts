import { runCommand } from '../server/start/cannot-start'
import { serve } from '../server/start/main'

await runCommand(() => serve({ dev: true }))
