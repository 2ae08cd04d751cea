/** The word of the link to a source's archived copy, by language; English where nobody knows another. */
const words: Readonly<Record<string, string>> = {
  ar: 'مؤرشف',
  bg: 'архивирано',
  ca: 'arxivat',
  cs: 'archivováno',
  da: 'arkiveret',
  de: 'archiviert',
  el: 'αρχειοθετημένο',
  es: 'archivado',
  fi: 'arkistoitu',
  fr: 'archivé',
  he: 'בארכיון',
  hu: 'archivált',
  it: 'archiviato',
  ja: 'アーカイブ',
  ko: '보관됨',
  nb: 'arkivert',
  nl: 'gearchiveerd',
  nn: 'arkivert',
  no: 'arkivert',
  pl: 'zarchiwizowano',
  pt: 'arquivado',
  ro: 'arhivat',
  ru: 'архив',
  sv: 'arkiverad',
  tr: 'arşivlendi',
  uk: 'архів',
  zh: '存档',
};

/** What readers of a post in this language (BCP 47; empty: nobody said) see as the link to an archived copy. */
export const archivedWord = (language: string): string =>
  words[language.split('-', 1)[0]?.toLowerCase() ?? ''] ?? 'archived';
