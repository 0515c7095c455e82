/** Something the person who starts the product can mend: one sentence, no stack. */
export class CannotStart extends Error {}

/** Runs a command of the product; what it cannot do it says in one sentence, with exit code 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error(error instanceof CannotStart ? error.message : error)
    process.exit(1)
  }
}
