import { runCommand } from '../server/cannot-start'
import { serve } from '../server/main'

await runCommand(() => serve({ dev: false }))
