import { checkPorts } from './launch/check-ports.mjs'
import { parseOptions, USAGE } from './launch/parse-options.mjs'
import { prepareAndRun, sayAndFail } from './prepare.mjs'

/* `npm start`: the whole product on this machine. Ports are asked for before anything slow happens. */
try {
  const args = process.argv.slice(2)
  const options = parseOptions(args, process.env)
  if (options.help) console.log(USAGE)
  else {
    await checkPorts(Object.values(options.ports))
    await prepareAndRun('tools/launch.ts', args)
  }
} catch (error) {
  sayAndFail(error)
}
