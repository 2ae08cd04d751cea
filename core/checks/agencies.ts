/** How credits name an agency: short forms only as they are written here ("AP", never "ap"), names in any case. */
type Agency = { readonly name: string; readonly short?: readonly string[]; readonly long?: readonly string[] };

const agencies: readonly Agency[] = [
  { name: 'AAP', short: ['AAP'] },
  { name: 'AFP', short: ['AFP'], long: ['Agence France-Presse', 'Agence France Presse'] },
  { name: 'Alamy', long: ['Alamy'] },
  { name: 'ANP', short: ['ANP'] },
  { name: 'ANSA', short: ['ANSA'] },
  { name: 'AP', short: ['AP'], long: ['Associated Press'] },
  { name: 'APA', short: ['APA'] },
  { name: 'Belga', short: ['Belga', 'BELGA'] },
  { name: 'Bloomberg', long: ['Bloomberg'] },
  { name: 'dpa', short: ['dpa', 'DPA'], long: ['Deutsche Presse-Agentur'] },
  { name: 'EFE', short: ['EFE'] },
  { name: 'EPA', short: ['EPA', 'EPA-EFE'], long: ['European Pressphoto Agency'] },
  { name: 'Getty Images', long: ['Getty', 'iStock'] },
  { name: 'imago', short: ['imago', 'IMAGO'] },
  { name: 'Interfax', long: ['Interfax'], short: ['Интерфакс'] },
  { name: 'Keystone', short: ['Keystone', 'KEYSTONE'] },
  { name: 'Kyodo', long: ['Kyodo'] },
  { name: 'Magnum Photos', long: ['Magnum Photos'] },
  { name: 'NTB', short: ['NTB'] },
  { name: 'PA', short: ['PA Media', 'PA Images', 'PA Wire'] },
  { name: 'picture alliance', long: ['picture alliance', 'picture-alliance'] },
  { name: 'Reuters', long: ['Reuters'] },
  { name: 'RIA Novosti', long: ['RIA Novosti', 'РИА Новости'] },
  { name: 'Ritzau', long: ['Ritzau'] },
  { name: 'Shutterstock', long: ['Shutterstock'] },
  { name: 'TASS', short: ['TASS', 'ТАСС'] },
  { name: 'UPI', short: ['UPI'] },
  { name: 'Xinhua', long: ['Xinhua', '新华社', '新華社'] },
  { name: 'Yonhap', long: ['Yonhap'] },
];

/** A form as a word of its own. Chinese has no spaces between words, so only letters with cases and digits part them. */
const standing = (forms: readonly string[] | undefined, flags: string): RegExp | null =>
  forms ? new RegExp(`(?<![\\p{Lu}\\p{Ll}\\p{N}])(?:${forms.join('|')})(?![\\p{Lu}\\p{Ll}\\p{N}])`, flags) : null;

const patterns = agencies.map(({ name, short, long }) => ({
  name,
  short: standing(short, 'u'),
  long: standing(long, 'iu'),
}));

/** The agency that a credit names, by the name that people know it by, the first of the table; null where it names none. */
export const agencyIn = (credit: string): string | null =>
  patterns.find(({ short, long }) => short?.test(credit) || long?.test(credit))?.name ?? null;
