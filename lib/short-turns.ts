type Work = () => void

/**
 * Lines of short work, one for each city: one thing of each in turn, a few in all, and then whatever else this process was
 * asked goes first. A crowd's requests arrive in one gulp; without this a page of another city waits for all of them.
 */
export function shortTurns(few: number): (city: string, work: Work) => void {
  const lines = new Map<string, Work[]>()
  let isComing = false

  return (city, work) => {
    const line = lines.get(city)
    if (line) line.push(work)
    else lines.set(city, [work])
    come()
  }

  function come(): void {
    if (isComing) return
    isComing = true
    setImmediate(serve)
  }

  function serve(): void {
    isComing = false
    for (let served = 0; served < few && lines.size > 0; served++) serveNext()
    if (lines.size > 0) come()
  }

  /** The city that has waited longest; if it has more, it goes to the end. */
  function serveNext(): void {
    const [city, line] = lines.entries().next().value!
    lines.delete(city)
    const work = line.shift()
    if (line.length > 0) lines.set(city, line)
    work?.()
  }
}

/** The one line of this process: whatever is short and asked by crowds, pages, supports and seats alike, a few at a time. */
export const inTurn = shortTurns(4)
