const before = /^(?:(?:written|posted|published) by|by|von|par|por|di|door|av|af)\s*:?\s+/i;
const between = /\s*(?:;|\||·|\/|\s(?:and|und|et|y|e|en|og|och)\s|\s&\s)\s*/iu;

/** What systems write when nobody wrote a name. */
const nobody = /^(?:admin|administrator|editor|staff|author|unknown|anonymous|guest|user|null|undefined)$/i;

/** "Weir, Anna", as catalogues write it, the other way round. */
const inOrder = (name: string): string => {
  const [, last = '', first = ''] = /^([^\s,]+), ([^,]+)$/.exec(name) ?? [];
  return first === '' ? name : `${first} ${last}`;
};

const split = (text: string): readonly string[] =>
  text.split(between).flatMap((part) => {
    const listed = part.split(/\s*,\s*/);
    // Several whole names, and not one with its parts the other way round.
    return listed.length > 1 && listed.every((name) => /\S\s\S/.test(name)) ? listed : [inOrder(part)];
  });

const address = /^(?:https?:|www\.|@|\/\/)/i;

const isName = (name: string): boolean =>
  name.length > 1 && name.length <= 200 && !/[<>{}]|\.(?:com|net|org)$/i.test(name) && !nobody.test(name);

/** The names of people in what a page says of its authors: without "By", addresses of profiles, and names of nobody. */
export const authorNames = (written: readonly string[]): readonly string[] => {
  const names = written
    .map((text) => text.replace(/\s+/g, ' ').trim().replace(before, ''))
    .filter((text) => !address.test(text))
    .flatMap(split)
    .map((name) => name.trim().replace(/[,.;:]+$/, (end) => (end === '.' ? end : '')))
    .filter(isName);
  const seen = new Map(names.toReversed().map((name) => [name.toLowerCase(), name]));
  return [...seen.values()].toReversed().slice(0, 50);
};
