import type { Consequence, Planned, Version } from '../../tenancy/versions/plan/rules'
import type { Problem, ProblemCode } from '../../tenancy/versions/rules'
import type { ThemeProblem } from '../../theme/rules'

export function originWords({ version, author, note, publishedAt }: Version): string {
  const when = publishedAt.toISOString().slice(0, 16).replace('T', ' ')
  return `version ${version}, ${when} UTC, by ${author}${note ? ` (${note})` : ''}`
}

export function planWords(city: string, planned: Planned[]): string {
  const lines = planned.map((change) => {
    const drift = change.drifted ? `\n    last decided elsewhere: ${originWords(change.from)}` : ''
    return `  ${change.at}: ${changeWords(change)}${drift}`
  })
  return [`${city}:`, ...lines].join('\n')
}

function changeWords({ before, after }: Planned): string {
  if (before === undefined) return `added, ${valueWords(after)}`
  if (after === undefined) return `removed, it was ${valueWords(before)}`
  return `${valueWords(before)} → ${valueWords(after)}`
}

/** A value in one line, however large. */
export function valueWords(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 100 ? `${text.slice(0, 97)}… (${text.length} characters)` : text
}

export function problemWords(contradictions: Problem[], unreadable: ThemeProblem[]): string[] {
  return [
    ...contradictions.map((one) => `  ${one.at}: ${problemLine(one)}`),
    ...unreadable.map(
      ({ choice, scheme, front, behind, ratio, needed, proposal }) =>
        `  theme.${choice}: ${front} on ${behind} (${scheme}) has a contrast of ${ratio}, ${needed} is needed` +
        (proposal ? `; the nearest that passes is ${proposal}` : ''),
    ),
  ]
}

function problemLine({ code, named = '', count = 0 }: Problem): string {
  const lines: Record<ProblemCode, string> = {
    homeless_host: `${named} leads to a platform that has no host`,
    nothing_said: `nothing is said in ${named}`,
    there_twice: `${named} is there twice`,
    upside_down: 'the least is more than the most',
    above_city: `more than the ${count} supports asked of the whole city`,
    above_population: `more than the ${count} people of the city`,
    no_way_in: 'nobody could sign in any more',
    nobody_comes_back: 'nobody who runs the city has come in this way',
    never_tried: 'a provider was never tried as it is now',
    no_module: 'nothing is switched on',
    no_host: 'it has no host',
    not_allowed: 'the operator does not let this city switch it on',
    outline_open: `the outline of ${named} does not close`,
    outline_hollow: `the outline of ${named} has a hole`,
    outlines_overlap: `the outlines of ${named} lie over each other`,
    outlines_heavy: `the outlines have ${count} points, more than a page can carry`,
    centre_elsewhere: 'the centre is not on the city’s ground',
    in_use: `${named} cannot be removed: ${count} ideas carry it`,
    unreadable_colour: `it cannot be read; the nearest that can is ${named}`,
    control_characters: 'it holds a control character',
    direction_controls: 'it holds a character that turns the direction of reading',
    invisible_characters: 'it holds a character that nobody sees',
    too_many_marks: 'it piles marks on one letter',
    sentence_unknown: `there is no sentence named ${named}`,
    sentence_unreadable: 'its braces do not close',
    sentence_stranger: `the sentence is not given ${named}`,
    sentence_lacks: `the sentence must say ${named}`,
    sentence_markup: 'it holds a tag that the product’s sentence has not',
  }
  return lines[code]
}

export function consequenceWords({
  code,
  counts: { running = 0, before = 0, after = 0 },
}: Consequence): string {
  const lines: Record<Consequence['code'], string> = {
    threshold_moves: `The threshold goes from ${said(before)} to ${said(after)}.`,
    rules_begin: `A new set of rules begins. ${keeping(running)} what is published from now on gets the new ones.`,
    hosts_move: 'Links to a host that is removed stop working, and people there are signed out.',
    look_changes: 'Every page looks different at once.',
    addresses_move: 'Addresses move: the first language is the one without a prefix.',
    deadlines_stay: 'Deadlines already announced do not move.',
    words_change: 'Every sentence that names an idea changes.',
    modules_change: 'Pages of a module that is switched off are no longer found.',
    sign_in_changes: 'People who sign in by a way that is removed can no longer sign in.',
    places_stay: 'Ideas already placed keep their district and theme.',
  }
  return lines[code]
}

const said = (count: number) => count.toLocaleString('en')

function keeping(running: number): string {
  if (running === 0) return 'No idea is running;'
  return running === 1
    ? 'One running idea keeps the present ones;'
    : `${said(running)} running ideas keep the present ones;`
}
