import { abroad } from './abroad'
import { bigCity } from './big-city'
import type { Blueprint } from './blueprint'
import { smallCommune } from './small-commune'
import { town } from './town'

/** Nearest to the smallest first. */
export const blueprints: readonly Blueprint[] = [smallCommune, town, bigCity, abroad]
export const blueprintIds = ['small-commune', 'town', 'big-city', 'abroad'] as const
export type BlueprintId = (typeof blueprintIds)[number]

/** The zone of most cities that join: proposed, and what the console itself tells the time in. */
export const usualZone = 'Europe/Paris'
