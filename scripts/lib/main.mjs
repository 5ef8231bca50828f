/** The oldest Node that can load ES modules from CommonJS, which the build tools need. */
const OLDEST_NODE = [20, 19]

/**
 * Runs one of the commands and turns its failures into one line for people.
 *
 * @param {() => Promise<number>} command resolves to the exit code
 */
export async function main(command) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    console.error(`Node ${process.versions.node} is too old. Install Node 20.19 or newer, then start again.`)
    process.exit(1)
  }
  try {
    process.exitCode = await command()
  } catch (error) {
    if (error instanceof Error && 'remedy' in error) {
      console.error(`\n${error.message}. What to do: ${error.remedy}.`)
    } else {
      console.error(error)
    }
    process.exitCode = 1
  }
}
