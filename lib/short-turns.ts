type Work = () => void

/**
 * Lines of short work, one for each city: one thing of each in turn, a few in all, and then whatever else this process was
 * asked goes first. A crowd's requests arrive in one gulp; without this a page of another city waits for all of them.
 */
export function shortTurns(few: number): (city: string, work: Work) => void {
  // A city's line stays when it is empty: to make one for each request costs more than the request.
  const lines = new Map<string, Work[]>()
  const round: Work[][] = []
  let isComing = false

  return (city, work) => {
    const line = lineOf(city)
    if (line.push(work) === 1) round.push(line)
    come()
  }

  function lineOf(city: string): Work[] {
    const line = lines.get(city) ?? []
    if (!lines.has(city)) lines.set(city, line)
    return line
  }

  function come(): void {
    if (isComing) return
    isComing = true
    setImmediate(serve)
  }

  function serve(): void {
    isComing = false
    for (let served = 0; served < few && round.length > 0; served++) serveNext()
    if (round.length > 0) come()
  }

  /** The city that has waited longest; if it has more, it goes to the end. */
  function serveNext(): void {
    const line = round.shift()!
    const work = line.shift()!
    if (line.length > 0) round.push(line)
    work()
  }
}

/** The one line of this process: whatever is short and asked by crowds, pages, supports and seats alike, a few at a time. */
export const inTurn = shortTurns(4)
