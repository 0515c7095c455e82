const double = /(?<=[^\s,]) (?=[:;!?»])|(?<=«) /g

/** French sets a space before its double signs and inside its guillemets, where no line may end. */
export function frenchSpaced(text: string): string {
  return text.replace(double, '\u00a0')
}

/** The same for every sentence of a part, and of all the parts below it. */
export function everyFrenchSpaced<Messages extends object>(messages: Messages): Messages {
  const spaced = Object.entries(messages).map(([name, one]: [string, string | object]) => [
    name,
    typeof one === 'string' ? frenchSpaced(one) : everyFrenchSpaced(one),
  ])
  return Object.fromEntries(spaced) as Messages
}
