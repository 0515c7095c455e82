import { runBench } from '../../tests/bench/run'
import { runCommand } from '../server/start/cannot-start'

await runCommand(() => runBench(process.argv[2]))
