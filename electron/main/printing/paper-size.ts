/** The two paper sizes of the world. */
export type PaperSize = 'A4' | 'Letter';

/** Where paper is US Letter: `paperSize` in the measurement data of CLDR 46 (supplemental/measurementData). */
const letterCountries: ReadonlySet<string> = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** The paper of a country by its two-letter code (ISO 3166-1); A4 where that is unknown. */
export const paperSizeOf = (country: string): PaperSize =>
  letterCountries.has(country.toUpperCase()) ? 'Letter' : 'A4';
