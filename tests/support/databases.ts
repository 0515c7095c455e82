/**
 * Files that run at the same time have a database each, so that none counts what another has just written. Every file reads
 * this before its first test: it names them and loads nothing.
 */
export const databaseOf = (desk: string | undefined) =>
  desk && desks.includes(desk) ? `parvis_${desk}` : 'parvis'

/** Those who work beside the first, by the number their runner gives them; it has the original. */
export const desks = ['2']

/** Its tables and nothing in them, for a test to take a copy of. Nobody connects to it. */
export const beforeAnyCity = 'parvis_before'
