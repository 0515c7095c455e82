/** A commune the product already knows: enough to fill a form, never to replace what its town hall says. */
export type Commune = {
  insee: string
  name: string
  /** Rounded: the legal figure is for the city to say. */
  population: number
  centre: readonly [longitude: number, latitude: number]
}

const rows: readonly (readonly [string, string, number, number, number])[] = [
  ['75056', 'Paris', 2_104_000, 2.3488, 48.8589],
  ['13055', 'Marseille', 873_000, 5.3698, 43.2965],
  ['69123', 'Lyon', 522_000, 4.8357, 45.764],
  ['31555', 'Toulouse', 504_000, 1.4442, 43.6047],
  ['06088', 'Nice', 348_000, 7.262, 43.7102],
  ['44109', 'Nantes', 323_000, -1.5536, 47.2184],
  ['34172', 'Montpellier', 302_000, 3.8767, 43.6108],
  ['67482', 'Strasbourg', 291_000, 7.7521, 48.5734],
  ['33063', 'Bordeaux', 262_000, -0.5792, 44.8378],
  ['59350', 'Lille', 237_000, 3.0573, 50.6292],
  ['35238', 'Rennes', 225_000, -1.6778, 48.1173],
  ['83137', 'Toulon', 180_000, 5.928, 43.1242],
  ['51454', 'Reims', 179_000, 4.0317, 49.2583],
  ['42218', 'Saint-Étienne', 173_000, 4.3872, 45.4397],
  ['76351', 'Le Havre', 166_000, 0.1079, 49.4944],
  ['69266', 'Villeurbanne', 160_000, 4.8799, 45.7719],
  ['21231', 'Dijon', 159_000, 5.0415, 47.322],
  ['38185', 'Grenoble', 157_000, 5.7245, 45.1885],
  ['49007', 'Angers', 157_000, -0.5632, 47.4784],
  ['63113', 'Clermont-Ferrand', 148_000, 3.087, 45.7772],
  ['29019', 'Brest', 140_000, -4.4861, 48.3904],
  ['37261', 'Tours', 138_000, 0.6848, 47.3941],
  ['80021', 'Amiens', 134_000, 2.2958, 49.8941],
  ['74010', 'Annecy', 131_000, 6.1294, 45.8992],
  ['87085', 'Limoges', 130_000, 1.2611, 45.8336],
  ['66136', 'Perpignan', 120_000, 2.8954, 42.6887],
  ['57463', 'Metz', 120_000, 6.1757, 49.1193],
  ['25056', 'Besançon', 119_000, 6.0241, 47.2378],
  ['45234', 'Orléans', 117_000, 1.9093, 47.9029],
  ['76540', 'Rouen', 114_000, 1.0993, 49.4432],
  ['14118', 'Caen', 106_000, -0.3707, 49.1829],
  ['54395', 'Nancy', 104_000, 6.1844, 48.6921],
  ['17300', 'La Rochelle', 79_000, -1.1517, 46.1603],
  ['64445', 'Pau', 78_000, -0.3708, 43.2951],
  ['58194', 'Nevers', 33_000, 3.1589, 46.9896],
]

export const communes: readonly Commune[] = rows.map(([insee, name, population, longitude, latitude]) => ({
  insee,
  name,
  population,
  centre: [longitude, latitude],
}))
